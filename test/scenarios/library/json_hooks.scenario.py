# json: hooks, errors, indent, default, and what the decoded objects live on.
import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __del__(self):
        print("point", self.x, self.y, "goes")


def default(value):
    if isinstance(value, Point):
        return {"__point__": [value.x, value.y]}
    raise TypeError(f"cannot write {type(value).__name__}")


def hook(data):
    if "__point__" in data:
        return Point(*data["__point__"])
    return data


text = json.dumps({"p": Point(1, 2), "l": [1, 2.5, None, True]}, default=default)
print(text)
loaded = json.loads(text, object_hook=hook)
print(loaded["p"].x, loaded["l"])
del loaded
print("decoded objects are gone")
print(json.dumps({"b": 1, "a": [1, {"c": ()}]}, indent=2, sort_keys=True))
print(json.dumps([1, 2], separators=(",", ":")), json.dumps("é\u2028\"\\"), json.dumps("é", ensure_ascii=False))
print(json.loads('[1e2, -0, 12345678901234567890, "\\u00e9", NaN, -Infinity]'))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("1.10", parse_float=str), json.loads("3", parse_int=float))
for wrong in ('{"a" 1}', "[1,]", "", "nul", '"open', "[1] x", '{"a": 1,}'):
    try:
        json.loads(wrong)
    except json.JSONDecodeError as error:
        print(error.msg.split(" (")[0], error.pos, error.lineno) if wrong not in ("[1,]", '{"a": 1,}') else print(type(error).__name__)
for wrong in (object(), {(1, 2): 3}, {1, 2}):
    try:
        json.dumps(wrong)
    except TypeError as error:
        print(str(error).split(" is not")[0])
cycle = []
cycle.append(cycle)
try:
    json.dumps(cycle)
except ValueError as error:
    print(error)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as error:
    print(str(error)[:40])


print(json.dumps({1: "int", None: 0, True: 1, 2.5: "f"}), json.dumps({(1,): 1, "k": 2}, skipkeys=True))
kept = json.loads('{"__point__": [8, 9]}', object_hook=hook)
