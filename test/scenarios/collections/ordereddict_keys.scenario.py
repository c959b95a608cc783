# How often keys are hashed and compared.
from _collections import OrderedDict

class K:
    def __init__(self, v): self.v = v
    def __hash__(self): print("hash", self.v); return 7
    def __eq__(self, other): print("eq", self.v, other.v); return self.v == other.v
od = OrderedDict()
print("set"); od[K(1)] = 1
print("again"); od[K(1)] = 2
print("iterate"); [k.v for k in od]
print("items"); [v for k, v in od.items()]
print("move"); od[K(2)] = 2; od.move_to_end(K(2), last=False)
print("pop"); od.pop(K(1))
print("popitem"); od.popitem()
print("missing")
try:
    od.pop(K(5))
except KeyError:
    print("KeyError")
