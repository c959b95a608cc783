# reprlib: short and recursive reprs.
import reprlib


class Tree:
    def __init__(self, name):
        self.name, self.children = name, []

    @reprlib.recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"Tree({self.name}, {self.children})"

    def __del__(self):
        print("tree", self.name, "goes")


root = Tree("root")
root.children.append(Tree("leaf"))
print(root)
root.children.append(root)
print(root)
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(10 ** 100))
short = reprlib.Repr()
short.maxlist, short.maxstring, short.maxlevel = 2, 10, 2
print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnop"), short.repr([[[[]]]]), short.repr((1,)), short.repr({3, 1, 2}), short.repr(frozenset()))


class Broken:
    def __repr__(self):
        raise ValueError


print(reprlib.repr(Broken()).split(" instance")[0])


class Mine(reprlib.Repr):
    def repr_Tree(self, tree, level):
        return f"tree {tree.name} at {level}"


print(Mine().repr([root]))
root.children.pop()
