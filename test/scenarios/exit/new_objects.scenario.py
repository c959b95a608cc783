# Finalisers that create objects while the interpreter exits.
class N:
    def __init__(self, name): self.name = name
    def __del__(self):
        print("del", self.name)
        if len(self.name) < 4:
            N(self.name + "+")
            keep.append(N(self.name + "k"))

keep = []
a = N("a")
b = N("b")
b.me = b
