# pprint: widths, nested containers, recursion, objects with a repr of their own, dataclasses; and what it keeps alive.
import collections
import dataclasses
import pprint
import types


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Item({self.name})"

    def __del__(self):
        print("item", self.name, "goes")


data = {"numbers": list(range(30)), "nested": {"a": [1, 2, {"b": (3, 4)}], "text": "word " * 20}, "items": [Item("one"), Item("two")]}
pprint.pprint(data, width=50)
pprint.pp({"b": 1, "a": 2})
print(pprint.pformat({"b": 1, "a": 2}), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
print(pprint.pformat([[[[1]]]], depth=2), pprint.pformat([1] * 20, width=20, compact=True))
loop = [1, 2]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "a"]), pprint.pformat(loop).split(" with")[0])
pprint.pprint(collections.OrderedDict([("first key", "x" * 30), ("second key", "y" * 30)]), width=40)
pprint.pprint(collections.defaultdict(list, {"k" * 20: [1] * 10, "l" * 20: [2] * 10}), width=40)
pprint.pprint(collections.Counter("abracadabra" * 3), width=30)
pprint.pprint(collections.ChainMap({"a" * 20: 1}, {"b" * 20: 2}), width=40)
pprint.pprint(collections.deque(range(20), maxlen=20), width=30)
pprint.pprint({frozenset({i}) for i in range(3)} and {1, 2, 3, "a", "b"} - {"a", "b"}, width=5)
pprint.pprint(types.SimpleNamespace(first="a" * 30, second=[1, 2, 3]), width=40)
pprint.pprint(types.MappingProxyType({"x" * 20: 1, "y" * 20: 2}), width=30)
pprint.pprint(b"bytes " * 12, width=40)
pprint.pprint(("only",), width=1)
pprint.pprint(1_000_000, underscore_numbers=True)


@dataclasses.dataclass
class Point:
    x: int
    label: str
    hidden: Item = dataclasses.field(repr=False)
    inner: "Point | None" = None


point = Point(1, "label " * 5, Item("hidden"), Point(2, "inner", Item("inner hidden")))
pprint.pprint(point, width=40)


class Short(pprint.PrettyPrinter):
    def format(self, obj, context, maxlevels, level):
        if isinstance(obj, Item):
            return f"<{obj.name}>", True, False
        return super().format(obj, context, maxlevels, level)


printer = Short(indent=2, width=30)
printer.pprint(data["items"])
print(printer.pformat({"k": data["items"]}))
data["items"].pop()
print("popped")
del data
print("end")
