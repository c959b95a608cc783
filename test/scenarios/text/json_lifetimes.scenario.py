"""Encoding holds what it encodes only while it does; decoding shares keys within a document."""
import json


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def default(item):
    print("default", item.name)
    return {"name": item.name}


print(json.dumps([Item("a"), Item("b")], default=default))


class Built(dict):
    def __del__(self):
        print("dict gone", sorted(self))


value = json.loads('{"x": {"y": 1}}', object_hook=Built)
print(value)
del value
try:
    json.loads('[{"z": 1}, oops]', object_hook=Built)
except ValueError as error:
    print(error)
print("end")
