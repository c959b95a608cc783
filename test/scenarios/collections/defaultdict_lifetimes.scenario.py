# What a defaultdict holds, in which order it lets go.
from _collections import defaultdict
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

gc.collect()
class Factory(N):
    def __call__(self): return N("made by " + self.name)
d = defaultdict(Factory("f1"))
d["x"]; d["y"]
d.default_factory = Factory("f2")
print("replaced")
del d
print("--- a method as factory makes a cycle")
class Registry:
    def __init__(self):
        self.items = defaultdict(self.make)
    def make(self): return N("entry")
    def __del__(self): print("del Registry")
r = Registry()
r.items["k"]
del r
print("collected", gc.collect() > 0)
print("--- the key that is stored")
class K(N):
    def __hash__(self): return 1
    def __eq__(self, other): return True
d = defaultdict(int)
d[K("first")] += 1
d[K("second")] += 1
print(list(d.items()))
keep = defaultdict(list)
keep["at exit"].append(N("kept"))
