# Generations, counts and thresholds; which collection takes an object.
import gc

class N:
    def __init__(self, name): self.name = name; self.me = self
    def __del__(self): print("del", self.name)

print(gc.isenabled(), gc.get_threshold())
gc.collect()
gc.disable()
N("young")
print("gen 0:", gc.collect(0))
old = N("old")
gc.collect(0)
del old
print("gen 0 again:", gc.collect(0))
print("gen 1:", gc.collect(1))
older = N("older")
gc.collect(0); gc.collect(1)
del older
print("gen 1 misses it:", gc.collect(1))
print("gen 2:", gc.collect(2))
print(gc.collect(), gc.get_count()[1:])
gc.set_threshold(5, 3, 2)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold()[0])
for bad in (3, -1, "x"):
    try:
        gc.collect(bad)
    except Exception as error:
        print(type(error).__name__, error)
print(
    gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked("s"), gc.is_tracked({"a": []}),
    gc.is_tracked(old if "old" in dir() else N), gc.is_tracked((1, []))
)
print([len(gc.get_stats()), sorted(gc.get_stats()[0])][0], gc.get_freeze_count() >= 0)
gc.freeze()
print(gc.get_freeze_count() > 100)
gc.unfreeze()
print(gc.get_freeze_count(), gc.get_debug())
