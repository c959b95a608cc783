"""A helper module."""
print("shapes runs as", __name__)

class Shape:
    def __init__(self, name): self.name = name
    def __del__(self): print("shape", self.name, "freed")

default = Shape("default")
_private = Shape("private")
count = 0

def make(name):
    global count
    count += 1
    return Shape(name)
