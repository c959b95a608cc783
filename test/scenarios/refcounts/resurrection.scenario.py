# A finaliser that saves its object: once only, with its attributes and weak references.
import gc
import weakref

gc.collect()                      # what the imports left behind is not counted below
saved = []

class Phoenix:
    def __init__(self, name):
        self.name = name
        self.part = Part(name)
    def __del__(self):
        print("del", self.name)
        saved.append(self)

class Part:
    def __init__(self, owner): self.owner = owner
    def __del__(self): print("part of", self.owner, "freed")

p = Phoenix("direct")
r = weakref.ref(p, lambda ref: print("callback", ref() is None))
del p
print(len(saved), r() is saved[0], saved[0].part.owner)
saved.clear()
print("second death", r() is None)
a, b = Phoenix("cycle a"), Phoenix("cycle b")
a.other, b.other = b, a
ra = weakref.ref(a)
del a, b
print(gc.collect(), len(saved), ra() is None, saved[0].other.other is saved[0], gc.is_finalized(saved[0]))
saved.clear()
print(gc.collect())

class Some:
    def __init__(self, name): self.name = name
    def __del__(self):
        print("some del", self.name)
        if self.name == "rescued":
            saved.append(self)

x, y, z = Some("rescued"), Some("partner"), Some("lost")
x.p, y.p, z.p = y, x, z
del x, y, z
print(gc.collect(), [s.name for s in saved], saved[0].p.name)
saved.clear()
print(gc.collect())
Phoenix("at exit, kept by a list that dies with the module").keep = saved
print("end")
