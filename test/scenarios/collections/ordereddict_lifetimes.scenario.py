# In which order an OrderedDict lets keys and values go.
from _collections import OrderedDict
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

gc.collect()
class K(N):
    def __hash__(self): return hash(self.name)
    def __eq__(self, other): return self.name == other.name
od = OrderedDict((K(f"k{i}"), N(f"v{i}")) for i in range(3))
od.move_to_end(K("k0"))
print("moved")
del od
print("--- clear")
od = OrderedDict((K(f"k{i}"), N(f"v{i}")) for i in range(2))
od.move_to_end(K("k0"))
od.clear()
print("--- pop and delete")
od = OrderedDict((K(f"k{i}"), N(f"v{i}")) for i in range(3))
od.pop(K("k1"))
del od[K("k0")]
item = od.popitem()
print(item)
del item
print("--- collected")
od = OrderedDict()
od["self"] = od
od["n"] = N("in cycle")
od.move_to_end("self")
del od
print("collected", gc.collect() > 0)
print("--- an iterator keeps its key")
od = OrderedDict([(K("key"), 1), (K("next"), 2)])
it = iter(od)
print(next(it))
del od, it
kept = OrderedDict(x=N("at exit"), y=N("too"))
kept.attribute = N("attribute")
