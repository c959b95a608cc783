# Groups share the iterator: what is passed over is gone.
from itertools import groupby

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(names):
    for name in names:
        yield N(name)
    print("exhausted")

for key, group in groupby(source(["a1", "a2", "b1"]), key=lambda n: n.name[0]):
    print(key, [n.name for n in group])
print("--- half a group")
it = groupby(source(["a1", "a2", "a3", "b1"]), lambda n: n.name[0])
key, group = next(it)
print(key, next(group))
key2, group2 = next(it)
print(key2, list(group), next(group2))
print("--- the group keeps the iterator alive")
it = groupby(source(["x1", "x2", "y1"]), lambda n: n.name[0])
key, group = next(it)
del it
print([n.name for n in group])
del group
print("--- keys are compared, not hashed")
class K:
    def __init__(self, value): self.value = value
    def __eq__(self, other):
        print("eq", self.value, other.value)
        return self.value // 10 == other.value // 10
for key, group in groupby([K(1), K(5), K(12)]):
    print(key.value, [k.value for k in group])
print([(k, len(list(g))) for k, g in groupby("aaabccd")], list(groupby([])))
for bad in (lambda: groupby(), lambda: groupby(5), lambda: list(groupby("a", 5)), lambda: groupby("a", key=None, other=1) and 1):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", str(e).replace("'other' is an invalid keyword argument for groupby()", "groupby() got an unexpected keyword argument 'other'"))
