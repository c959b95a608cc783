# The mixins of collections.abc: a few methods give the rest.
import collections.abc
import sys


class Names(collections.abc.MutableSequence):
    def __init__(self, *items):
        self._items = list(items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, value):
        self._items[index] = value

    def __delitem__(self, index):
        del self._items[index]

    def insert(self, index, value):
        self._items.insert(index, value)

    def __del__(self):
        print("names", self._items, "go")


names = Names("a", "b")
names.append("c")
names.extend(["d", "e"])
names += ["f"]
print(names.pop(), names.pop(0), names.index("d"), names.count("b"), "c" in names, list(reversed(names)))
names.reverse()
names.remove("d")
print(list(names))
try:
    names.remove("zzz")
except ValueError as error:
    print("ValueError", error)


class Lower(collections.abc.MutableMapping):
    def __init__(self, **items):
        self.data = items

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


lower = Lower(a=1)
lower["B"] = 2
lower.update(C=3)
print(lower.get("b"), lower.get("z", "?"), "C" in lower, list(lower.items()), lower.setdefault("D", 4))
print(lower.pop("A"), lower.popitem(), lower == {"c": 3, "d": 4}, lower.keys(), list(lower.values()))
print(lower.keys() & {"c", "x"}, lower.keys() | ["q"] >= {"c", "q"})
try:
    lower.pop("gone")
except KeyError as error:
    print("KeyError", error)
lower.clear()
print(len(lower))


class Evens(collections.abc.Set):
    def __init__(self, items):
        self.items = sorted({i for i in items if i % 2 == 0})

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


a, b = Evens(range(10)), Evens([2, 4, 100])
print(list(a & b), list(a - b), sorted(a | b), list(a ^ b), a.isdisjoint([1, 3]), b <= a, Evens([2]) < a)
print(a == {0, 2, 4, 6, 8}, type(a & b).__name__)
try:
    hash(a)
except TypeError as error:
    print(error)
try:
    class Part(collections.abc.Mapping):
        def __len__(self):
            return 0
    Part()
except TypeError as error:
    print(str(error)[:40])
checks = [collections.abc.Iterable, collections.abc.Hashable, collections.abc.Sized, collections.abc.Callable, collections.abc.Sequence]
print([[cls.__name__ for cls in checks if isinstance(value, cls)] for value in ([], "s", len, 3, iter([]))])


class Generator(collections.abc.Generator):
    def send(self, value):
        return value or "sent"

    def throw(self, kind, value=None, traceback=None):
        raise StopIteration


print(next(Generator()), Generator().send(3), list(zip(range(2), Generator())))
Generator().close()
