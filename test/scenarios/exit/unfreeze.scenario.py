# gc.unfreeze brings the frozen ones back.
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

a = N("a"); a.me = a
gc.freeze()
del a
print(gc.collect())
gc.unfreeze()
print(gc.collect())
b = N("b"); b.me = b
gc.freeze()
print("end")
