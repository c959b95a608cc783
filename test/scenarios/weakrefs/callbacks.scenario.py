# Callbacks: their order, errors in them, objects they free, and callbacks of cycles.
import gc
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

gc.collect()                      # what the imports left behind is not counted below

def bad(r): raise ValueError("in callback")
def make(text): return lambda r: print("callback", text)

n = N("order")
refs = [weakref.ref(n, make(i)) for i in range(3)]
del refs[1]
del n
print("--- error")
n = N("error")
keep = [weakref.ref(n, make("before")), weakref.ref(n, bad), weakref.ref(n, make("after"))]
del n
print("--- the callback drops another object")
a, b = N("a"), N("b")
def drop(r):
    global b
    print("dropping b")
    b = None
ra, rb = weakref.ref(a, drop), weakref.ref(b, make("b died"))
del a
print("--- the reference lives on the dying object")
a = N("self referring")
a.ref = weakref.ref(a, make("never: the reference dies with it"))
del a
print("--- cycles: callbacks first, then finalisers")
x, y = N("x"), N("y")
x.o, y.o = y, x
rx, ry = weakref.ref(x, make("x")), weakref.ref(y, make("y"))
del x, y
print("collected", gc.collect(), rx(), ry())
print("--- a reference inside the garbage calls nobody")
x = N("x")
x.me = x
x.ref = weakref.ref(x, make("never"))
outside = weakref.ref(x)
del x
print(gc.collect(), outside())
print("--- at exit")
last = N("last")
rlast = weakref.ref(last, make("at exit"))
