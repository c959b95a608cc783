# The first error that is reported may import what prints it, and that leaves garbage for the collector to count.
import gc

def bad(phase, info):
    if phase == "start":
        raise ValueError(phase)

gc.collect()
gc.callbacks.append(bad)
print("younger", gc.collect(1))
gc.callbacks.remove(bad)
print("all", gc.collect())
