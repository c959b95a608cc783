# A function kept on sys keeps the whole dictionary of its module, until sys goes.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self, write=__import__("os").write): write(1, b"del " + self.name.encode() + b"\n")

def function(): return a

sys.keep = function
a = N("a")
b = N("b")
