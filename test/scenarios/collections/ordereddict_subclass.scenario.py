# A subclass with methods of its own: an LRU cache.
from _collections import OrderedDict

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

class LRU(OrderedDict):
    def __init__(self, size):
        self.size = size
        super().__init__()
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            oldest = next(iter(self))
            print("evict", oldest)
            del self[oldest]

cache = LRU(2)
cache["a"] = N("value a")
cache["b"] = N("value b")
cache["a"]
cache["c"] = N("value c")
print(list(cache), cache.__dict__)
cache.extra = N("attribute")
del cache
print("--- which methods call which")
class Loud(OrderedDict):
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
    def __getitem__(self, k): print("get", k); return super().__getitem__(k)
    def __delitem__(self, k): print("del", k); super().__delitem__(k)
    def __contains__(self, k): print("in", k); return super().__contains__(k)
d = Loud(a=1)
d.update(b=2); d.setdefault("c", 3); d.setdefault("a"); print(d.pop("a"), d.popitem(), d.get("b"))
c = d.copy()
print(type(c).__name__, list(c))
