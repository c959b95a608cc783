# Counting: the way through a dict, and through methods.
from _collections import _count_elements, OrderedDict

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

counts = {}
_count_elements(counts, "abracadabra")
print(counts)
_count_elements(counts, ["a", 1, 1.0, True, None])
print(counts)
class Loud(dict):
    def get(self, key, default=None):
        print("get", key, default)
        return super().get(key, default)
loud = Loud()
_count_elements(loud, "aba")
print(loud)
od = OrderedDict()
_count_elements(od, "bab")
print(list(od.items()))
class K(N):
    def __hash__(self): return 3
    def __eq__(self, other): return self.name[0] == other.name[0]
seen = {}
_count_elements(seen, (K(n) for n in ("x1", "y1", "x2")))
print(seen)
for bad in (lambda: _count_elements({}, 5), lambda: _count_elements(5, "a"), lambda: _count_elements({"a": "s"}, "a"), lambda: _count_elements({})):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
