# WeakValueDictionary, WeakKeyDictionary and WeakSet lose their entries as the objects die.
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("node", self.name, "goes")


values = weakref.WeakValueDictionary()
a, b = Node("a"), Node("b")
values["a"] = a
values["b"] = b
values["temporary"] = Node("t")
print(dict(values), len(values), "temporary" in values)
del a
print(sorted(values), values.get("a", "gone"), values.setdefault("b", None))
try:
    values["a"]
except KeyError as error:
    print("KeyError", error)
print([ref() for ref in values.valuerefs()], list(values.items()))
for key, value in values.items():
    del b
    print("while iterating", key, value)
del value
print("after the loop", len(values))

keys = weakref.WeakKeyDictionary()
c, d = Node("c"), Node("d")
keys[c] = "data of c"
keys[d] = Node("value of d")
keys[Node("x")] = 1
print(len(keys), keys[c], c in keys, list(keys.values())[0], sorted(k.name for k in keys))
del c
print(len(keys))
del d
print("the value went with its key", len(keys))
try:
    keys[3] = 1
except TypeError as error:
    print(error)
print(3 in keys)

group = weakref.WeakSet()
e, f = Node("e"), Node("f")
group.add(e)
group |= {f}
group.add(Node("y"))
print(len(group), e in group, 5 in group, sorted(n.name for n in group))
group.discard(f)
print(len(group), f in group)
other = weakref.WeakSet([e, f])
print((group & other) == group, len(group | other), group.issubset(other), (other - group).pop())
del f
print(len(other))
for member in other:
    del e
print(len(other), "while the loop's name holds it")
del member
print(len(other), len(group))

copied = weakref.WeakValueDictionary(values)
g = Node("g")
copied.update(g=g)
values["g"] = g
print(copied.pop("g"), len(copied), values.popitem())
print(repr(values).split(" at ")[0])
cycle = weakref.WeakValueDictionary()
self_ref = Node("self")
self_ref.me = self_ref
cycle["self"] = self_ref
keys[g] = g
print("end")
