# weakref.ref: calls, callbacks, equality, hashing, sharing, what has no weak reference.
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __eq__(self, other): return isinstance(other, N) and self.name == other.name
    def __hash__(self): return hash(self.name)

def callback(r):
    print("callback", r() is None, type(r).__name__)

n = N("n")
r1, r2 = weakref.ref(n), weakref.ref(n)
r3 = weakref.ref(n, callback)
r4 = weakref.ref(n, lambda r: print("fourth, the newest, runs first"))
print(
    r1 is r2, r1 is r3, r1() is n, weakref.getweakrefcount(n), len(weakref.getweakrefs(n)),
    r3.__callback__ is callback, r1.__callback__
)
m = N("n")
other = weakref.ref(m)
print(r1 == other, r1 != other, hash(r1) == hash(n), {r1: "found"}.get(other))
del m
print(r1 == other, other == other, other())
try:
    hash(weakref.ref(N("temporary")))
except TypeError as error:
    print(error)
del n
print(r1(), r3.__callback__)
print("--- a dead reference calls nobody")
k = N("k")
rk = weakref.ref(k, callback)
del rk, k
print("--- kinds")
def function(): pass
class Slotted: __slots__ = ()
for kind, value in (
    ("function", function), ("class", N), ("set", {1}), ("generator", (x for x in [])),
    ("method", function.__call__), ("int", 5), ("str", "s"), ("list", []),
    ("dict", {}), ("tuple", ()), ("None", None), ("slots", Slotted()), ("object", object()),
    ("exception", ValueError())
):
    try:
        print(kind, type(weakref.ref(value)).__name__)
    except TypeError as error:
        print(kind, error)
try:
    weakref.ref()
except TypeError as error:
    print(error)
class MyRef(weakref.ref):
    def __init__(self, o, cb=None):
        super().__init__(o, cb)
        self.extra = o.name
o = N("o")
mine = MyRef(o)
print(mine.extra, mine() is o, mine is MyRef(o), isinstance(mine, weakref.ReferenceType))
