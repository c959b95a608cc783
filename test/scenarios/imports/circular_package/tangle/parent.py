class Parent:
    def __init__(self, name):
        self.name, self.children = name, []

    def add(self):
        from .child import Child
        self.children.append(Child(self))
        return self

    def __repr__(self):
        return f"<{self.name} with {len(self.children)}>"

    def __del__(self):
        print("parent", self.name, "goes")


def make():
    return kept.add()


def child_type():
    from . import child
    return child.Child.__name__


kept = Parent("kept")
