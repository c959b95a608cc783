# A tree with parents: built, walked, printed, cut, and freed in three ways.
import gc
import weakref

class Tree:
    alive = 0
    def __init__(self, name, *children, parent=None):
        Tree.alive += 1
        self.name, self.children = name, list(children)
        self._parent = parent and weakref.ref(parent)
        for child in self.children:
            child._parent = weakref.ref(self)
    @property
    def parent(self):
        return self._parent() if self._parent else None
    def __iter__(self):
        yield self
        for child in self.children:
            yield from child
    def __len__(self): return sum(1 for _ in self)
    def __contains__(self, name): return any(node.name == name for node in self)
    def __getitem__(self, path):
        node = self
        for step in path.split("/"):
            node = next((c for c in node.children if c.name == step), None)
            if node is None:
                raise KeyError(path)
        return node
    def draw(self, indent=""):
        return "\n".join([indent + self.name] + [c.draw(indent + "  ") for c in self.children])
    def path(self):
        return f"{self.parent.path()}/{self.name}" if self.parent else self.name
    def __del__(self):
        Tree.alive -= 1
        print("-", self.name, end=" ")

def build():
    return Tree("root", Tree("a", Tree("a1"), Tree("a2")), Tree("b", Tree("b1", Tree("deep"))))

tree = build()
print(tree.draw())
print(len(tree), "deep" in tree, tree["b/b1/deep"].path(), bool(tree), [n.name for n in tree if not n.children])
try:
    tree["b/none"]
except KeyError as error:
    print("no", error)
branch = tree["b"]
del tree
print("| root dropped, branch kept:", branch.parent, Tree.alive)
branch.children[0].loop = branch
del branch
print("| cycle dropped:", Tree.alive)
print("|", gc.collect() > 0, Tree.alive)
tree = build()
tree.children.clear()
print("| children cleared:", Tree.alive)
