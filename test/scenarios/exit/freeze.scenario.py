# Frozen objects: out of the collector's sight unless they die by reference count.
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

cycle = N("frozen cycle"); cycle.me = cycle
plain = N("frozen plain")
gc.freeze()
later = N("after the freeze"); later.me = later
del plain, cycle, later
print("collect", gc.collect())
other = N("other")
