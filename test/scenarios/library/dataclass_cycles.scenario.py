# Parents and children as dataclasses: the cycle is found by the collector, what is left dies at exit.
import gc
import weakref
from dataclasses import dataclass, field

gc.collect()
gc.disable()


@dataclass(eq=False)
class Node:
    name: str
    parent: "Node" = field(default=None, repr=False)
    children: list = field(default_factory=list)

    def add(self, name):
        child = Node(name, self)
        self.children.append(child)
        return child

    def __del__(self):
        print("node", self.name, "goes with", len(self.children), "children, parent",
              self.parent.name if self.parent else None)


root = Node("root")
root.add("left").add("leaf")
root.add("right")
print(root)
gone = weakref.ref(root, lambda ref: print("callback of root"))
del root
print("unreachable, but there:", gone() is not None)
print("found", gc.collect() > 0)
print(gone())


@dataclass
class Weak:
    name: str
    _parent: "weakref.ref" = field(default=None, repr=False, compare=False)
    children: list = field(default_factory=list)

    @property
    def parent(self):
        return self._parent and self._parent()

    def add(self, name):
        child = Weak(name, weakref.ref(self))
        self.children.append(child)
        return child

    def __del__(self):
        print("weak", self.name, "goes")


tree = Weak("tree")
branch = tree.add("branch")
branch.add("twig")
print(branch.parent is tree, tree)
del tree
print("no cycle, no collector; the branch lives on:", branch.parent, branch)


@dataclass
class Pair:
    name: str
    other: "Pair" = None

    def __del__(self):
        print("pair", self.name, "goes")


a = Pair("a")
a.other = Pair("b", a)
print(repr(a))
try:
    a == a.other
except RecursionError as error:
    print("comparing never ends")
print("exit")
