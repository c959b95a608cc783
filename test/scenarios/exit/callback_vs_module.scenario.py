# Weak-reference callbacks at exit: which still run.
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def note(text): return lambda r: print("callback", text)

a = N("a")
ra = weakref.ref(a, note("the reference is a global"))
holder = []
b = N("b")
holder.append(weakref.ref(b, note("the reference is in a list")))
c = N("c")
c.ref = weakref.ref(c, note("the reference is on the object"))
d = N("d"); d.me = d
rd = weakref.ref(d, note("an unreachable cycle"))
del d
p = weakref.proxy(a, note("a proxy"))
print("end")
