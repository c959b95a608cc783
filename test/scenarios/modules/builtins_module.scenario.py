# The builtins module: names, shadowing, replacement, and how lookups reach it.
import builtins

print(
    builtins.len is len, builtins.__name__, __builtins__ is builtins, "print" in dir(builtins),
    builtins.True_ if hasattr(builtins, "True_") else "no such name"
)
len = lambda x: "shadowed"
print(len([]), builtins.len([]))
del len
print(len([1]))

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

saved = builtins.sorted
builtins.sorted = lambda *a, held=N("held by the replacement"): "replaced"
print(sorted([2, 1]))
builtins.sorted = saved
print(sorted([2, 1]))
builtins.everywhere = N("everywhere")
def use():
    return everywhere.name
print(use())
del builtins.everywhere
try:
    use()
except NameError as error:
    print(error)
real_import = builtins.__import__
def spy(name, *args):
    print("import", name, [type(a).__name__ for a in args])
    return real_import(name, *args)
builtins.__import__ = spy
import gc
from time import time as clock, sleep
builtins.__import__ = real_import
print(gc.__name__, callable(clock))
build = builtins.__build_class__
def building(function, name, *bases, **keywords):
    print("building", name, [b.__name__ for b in bases])
    return build(function, name, *bases, **keywords)
builtins.__build_class__ = building
class A: pass
class B(A): pass
builtins.__build_class__ = build
print(B.__mro__[1].__name__)
