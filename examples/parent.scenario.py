"""Parent and child hold each other, so only the cyclic collector can free them."""


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def __del__(self):
        print("freed", self.name)


def build():
    root = Node("root")
    Node("leaf", root)


build()
print("built; both nodes are garbage now")
