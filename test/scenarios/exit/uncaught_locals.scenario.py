# After an uncaught error the traceback keeps the frames' locals until the exit, and they die before the globals.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

keep = N("global")

def outer(argument):
    local = N("local of outer")
    inner(N("argument of inner"))

def inner(argument):
    local = N("local of inner")
    raise ValueError(N("in the error"))

class Text(Exception): pass
N.__repr__ = lambda self: "N:" + self.name
outer(N("argument of outer"))
