# Automatic collections happen while the program allocates.
import gc

class N:
    freed = 0
    def __init__(self): self.me = self
    def __del__(self): N.freed += 1

def litter(count):
    """Cycles of two lists, and every thousandth time an object that tells of its end."""
    for i in range(count):
        a, b = [], []
        a.append(b)
        b.append(a)
        if i % 1000 == 0:
            N()

gc.collect()
litter(20000)
print(N.freed > 10, N.freed < 21, gc.get_count()[0] < gc.get_threshold()[0] + 2)
gc.disable()
before = N.freed
litter(5000)
print(N.freed == before)
gc.enable()
events = []
def watch(phase, info):
    events.append((phase, info["generation"]))
gc.callbacks.append(watch)
litter(30000)
gc.callbacks.remove(watch)
print(len(events), events[:6], sorted({generation for phase, generation in events}))
print(gc.collect() > 0, N.freed)
