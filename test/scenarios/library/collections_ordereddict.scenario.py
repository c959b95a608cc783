# OrderedDict, defaultdict, Counter and ChainMap the way people use them.
import collections


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Item({self.name})"

    def __del__(self):
        print("item", self.name, "goes")


class LRU(collections.OrderedDict):
    """Keeps the last few."""

    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            oldest, _ = self.popitem(last=False)
            print("pushed out", oldest)


lru = LRU(2)
lru["a"] = Item("a")
lru["b"] = Item("b")
lru["a"]
lru["c"] = Item("c")
print(lru, list(reversed(lru)))

od = collections.OrderedDict(one=1, two=2)
od.move_to_end("one")
print(od, od == {"two": 2, "one": 1}, od == collections.OrderedDict(one=1, two=2), od | {"three": 3})
print(collections.OrderedDict.fromkeys("ab", 0), od.popitem(), od.pop("zzz", None))

groups = collections.defaultdict(list)
for word in "apple avocado bean banana cherry".split():
    groups[word[0]].append(word)
print(dict(groups), groups.default_factory, groups.get("z"), "z" in groups)
counts = collections.defaultdict(lambda: collections.defaultdict(int))
counts["x"]["y"] += 2
print({k: dict(v) for k, v in counts.items()}, repr(collections.defaultdict(int, a=1)))


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{name} {other}".format_map(Missing(name="n")), Missing()["k"])
tree = lambda: collections.defaultdict(tree)
root = tree()
root["a"]["b"]["c"] = Item("leaf")
del root
print("the tree is gone")
