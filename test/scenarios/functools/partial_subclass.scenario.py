# Subclasses of partial: reprs, recursion, finalisers.
from _functools import partial

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

class Call(partial):
    def __del__(self): print("del", self.args)
c = Call(print, 1)
d = Call(c, 2)
print(d.func is print, d.args)
del c, d
class Slotted(partial):
    __slots__ = ("note",)
s = Slotted(len)
s.note = N("note")
print(s("abc"), s.note)
del s
p = partial(print)
p.keywords["self"] = p
print(p)
del p.keywords["self"]
class Loud(partial):
    def __call__(self, *args, **kw):
        print("calling", args)
        return super().__call__(*args, **kw)
print(Loud(max, 3)(1, 5), type(Loud(max)).__name__)
class Holder:
    method = staticmethod(partial(print, "static"))
Holder().method("x")
