# UserDict, UserList and UserString with hooks; a ChainMap of scopes; defaultdict and Counter with objects.
import collections
import gc


class Value:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("value", self.name, "goes")


class Cache(collections.UserDict):
    def __init__(self, limit, *args, **kwargs):
        self.limit = limit
        super().__init__(*args, **kwargs)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        while len(self.data) > self.limit:
            oldest = next(iter(self.data))
            print("evicting", oldest)
            del self[oldest]

    def __missing__(self, key):
        value = self[key] = Value(f"made {key}")
        return value


cache = Cache(2, a=Value("a"))
print(cache["a"], cache["b"], cache["c"], "a" in cache, len(cache))
cache.update(d=Value("d"))
print(cache.pop("d"), cache.get("zzz"), list(cache.items()))
copy = cache.copy() if 0 else dict(cache)
cache.clear()
print("the plain dict keeps them", copy)
copy.clear()
factory_calls = []


def factory():
    factory_calls.append(len(factory_calls))
    return Value(f"default {len(factory_calls)}")


default = collections.defaultdict(factory)
print(default["x"], default["x"], default.get("y"), "y" in default)
try:
    collections.defaultdict(None)["k"]
except KeyError as error:
    print("KeyError", error)
default.default_factory = lambda: default
print(default["loop"] is default)
del default
gc.collect()
print("collected the default that held itself")
scopes = collections.ChainMap({}, {"x": Value("outer x")})
inner = scopes.new_child({"x": Value("inner x")})
print(inner["x"], inner.parents["x"], len(inner), list(inner))
del inner["x"]
print("uncovered", inner["x"])
del scopes
print("the child keeps the parents' maps")
del inner
counter = collections.Counter([Value("k")] * 3 if 0 else "aab")
counter.subtract("ab")
print(counter, +counter, counter.total(), counter.most_common(1), counter["nothing"])
held = Value("key")
by_object = collections.Counter({held: 2})
del held
by_object[next(iter(by_object))] -= 2
print(by_object, list(by_object.elements()))
by_object += collections.Counter()
print("in place addition drops what is not positive:", by_object)


class Lines(collections.UserList):
    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(self.data[index])
        return self.data[index].strip()


lines = Lines(["  a ", " b"])
lines.append("c  ")
print(lines[0], lines[1:], lines + ["d"], lines.index("c  "), sorted(lines.copy()))


class Path(collections.UserString):
    def __truediv__(self, other):
        return type(self)(f"{self}/{other}")


print(Path("a") / "b" / Path("c"), isinstance(Path("x").upper(), Path), Path("abc").find("c"), Path("q") + "r")
od = collections.OrderedDict(a=Value("od a"), b=Value("od b"))
od.move_to_end("a")
print(od.popitem(last=False))
od["self"] = od
