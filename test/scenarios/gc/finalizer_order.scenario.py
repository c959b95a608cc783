# The order of finalisers within one collection: the order of creation, leaves included.
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

gc.collect()
gc.disable()
a, b, c = N("a"), N("b"), N("c")
c.next, b.next, a.next = b, a, c
del a, b, c
gc.collect()
print("--- a leaf older than the cycle, and one younger")
leaf = N("old leaf")
x = N("x")
x.me, x.old, x.young = x, leaf, N("young leaf")
del x, leaf
gc.collect()
print("--- two generations")
old = N("old"); old.me = old
gc.collect()
young = N("young"); young.me = young
del young, old
gc.collect()
print("--- reachable again from a survivor's side")
o1, o2, o3 = N("o1"), N("o2"), N("o3")
o1.n, o2.n, o3.n = o2, o3, o1
keep = o2
del o1, o2, o3
print(gc.collect())
del keep
gc.collect()
print("--- a finaliser that creates garbage, and one that collects")
class Maker:
    def __init__(self, depth): self.depth, self.me = depth, self
    def __del__(self):
        print("maker", self.depth)
        if self.depth < 2:
            Maker(self.depth + 1)
        else:
            print("nested collect", gc.collect())
Maker(0)
print(gc.collect())
print(gc.collect())
print(gc.collect())
