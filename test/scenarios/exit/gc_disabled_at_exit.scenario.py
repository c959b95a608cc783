# With the collector off the final collection is skipped; what it would have freed dies with the modules.
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def watch(phase, info): print("collection", phase)

gc.disable()
gc.callbacks.append(watch)
a = N("garbage"); a.me = a; del a
b = N("global")
c = N("global cycle"); c.me = c
print("end")
