class A:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

one = A("alpha.one")
_two = A("alpha._two")
