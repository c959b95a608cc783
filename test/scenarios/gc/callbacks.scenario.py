# gc.callbacks: what they are told, errors in them, and the final collection at exit.
import gc
import traceback                  # what its import leaves behind is not counted below

class N:
    def __init__(self, name): self.name = name; self.me = self
    def __del__(self): print("del", self.name)

def watch(phase, info):
    print(phase, info["generation"], info["collected"], info["uncollectable"])

def bad(phase, info):
    raise ValueError(phase)

gc.collect()
gc.callbacks.append(watch)
N("first")
print("returned", gc.collect())
gc.collect(0)
gc.callbacks.append(bad)
gc.collect(1)
gc.callbacks.remove(bad)
N("last")
print("end")
