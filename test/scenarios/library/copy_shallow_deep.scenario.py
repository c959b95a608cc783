# copy and deepcopy: what is shared, what is made anew.
import copy


class Node:
    made = 0

    def __init__(self, name, *children):
        self.name = name
        self.children = list(children)

    def __repr__(self):
        return f"{self.name}{self.children}"

    def __del__(self):
        print("node", self.name, "goes")


leaf = Node("leaf")
root = Node("root", leaf)
shallow = copy.copy(root)
deep = copy.deepcopy(root)
print(shallow is not root, shallow.children is root.children, deep.children is not root.children, deep.children[0] is not leaf)
deep.name, deep.children[0].name = "deep root", "deep leaf"
shallow.name = "shallow"
print(root, shallow, deep)
del deep
print("deep copy gone")
twice = [leaf, leaf]
copied = copy.deepcopy(twice)
print(copied[0] is copied[1], copied[0] is not leaf)
copied[0].name = "shared copy"
del copied
cyclic = []
cyclic.append(cyclic)
again = copy.deepcopy(cyclic)
print(again[0] is again, again is not cyclic)
ring = Node("ring")
ring.children.append(ring)
other = copy.deepcopy(ring)
other.name = "ring copy"
print(other.children[0] is other)
for value in (1, "s", (1, 2), None, len, Node, range(3), frozenset({1}), 1.5, b"x"):
    assert copy.copy(value) is value or value == copy.copy(value)
    assert copy.deepcopy(value) is value or value == copy.deepcopy(value)
t = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) is not None)
d = {"a": [1], ("k",): {2}}
e = copy.deepcopy(d)
e["a"].append(5)
print(d, e, copy.copy(d) == d, copy.copy({1, 2}), copy.deepcopy(bytearray(b"ab")))
leaf.children.clear()
try:
    copy.copy(i for i in range(3))
except TypeError as error:
    print(error)
print("end")
