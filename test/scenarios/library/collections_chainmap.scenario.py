# ChainMap looks through its maps in order and writes to the first; UserDict, UserList, UserString are meant to be extended.
import collections


class Scope(dict):
    def __init__(self, name, **values):
        super().__init__(**values)
        self.name = name

    def __del__(self):
        print("scope", self.name, "goes")


chain = collections.ChainMap(Scope("inner", x=1), Scope("outer", x=10, y=20))
print(chain["x"], chain["y"], len(chain), sorted(chain), "y" in chain, chain.get("z", "none"))
chain["y"] = 2
print(chain.maps[0], chain.maps[1], chain.parents["y"])
child = chain.new_child(Scope("child", z=3))
print(dict(child), child.maps[0].name)
del child["z"]
try:
    del child["x"]
except KeyError as error:
    print(error)
try:
    chain["nope"]
except KeyError as error:
    print("KeyError", error)
print(chain | {"q": 1}, chain.pop("x"), chain["x"], chain.popitem())
chain.clear()
print(chain)
del child, chain
print("chains gone")


class Upper(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        if key.isupper():
            raise KeyError(key)
        return self[key.upper()]

    def __contains__(self, key):
        return key.upper() in self.data

    def __del__(self):
        print("upper with", sorted(self.data), "goes")


upper = Upper(a=1)
upper.update({"b": 2}, c=3)
print(upper, upper["a"], "B" in upper, upper.get("zz"), len(upper), upper | {"d": 4})
print(upper.copy() == upper, type(upper.copy()).__name__)
try:
    upper["x"]
except KeyError as error:
    print("KeyError", error)


class Sorted(collections.UserList):
    def append(self, item):
        super().append(item)
        self.data.sort()


numbers = Sorted([3, 1])
numbers.append(2)
print(numbers, numbers[0], numbers[1:], numbers + [9], numbers * 2, numbers == [1, 2, 3], 3 in numbers)


class Title(collections.UserString):
    def shout(self):
        return self.upper() + "!"


title = Title("hello")
print(title.shout(), type(title.shout()).__name__, title + " you", title[1:3], title == "hello", hash(title) == hash("hello"))
