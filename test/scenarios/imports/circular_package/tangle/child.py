from . import parent


class Child:
    def __init__(self, owner):
        assert isinstance(owner, parent.Parent)
        self.owner = owner

    def __del__(self):
        print("child of", self.owner.name, "goes; parent module:", parent is not None)
