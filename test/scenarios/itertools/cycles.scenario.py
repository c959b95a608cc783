# Iterators in reference cycles are found by the collector.
from itertools import accumulate, chain, cycle, repeat, starmap, tee, islice
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

gc.collect()
class Owner(N): pass
def own(make):
    owner = Owner(make.__name__)
    owner.it = make(owner)
    del owner
    print("found", gc.collect() > 0)

def in_chain(o): return chain([o], [1])
def in_cycle(o):
    it = cycle([o])
    next(it)
    return it
def in_repeat(o): return repeat(o)
def in_starmap(o): return starmap(o.__class__, [(o,)])
def in_tee(o):
    a, b = tee([o])
    next(a)
    return b
def in_accumulate(o):
    it = accumulate([o])
    next(it)
    return it
def in_islice(o): return islice([o], 1)
for make in (in_chain, in_cycle, in_repeat, in_starmap, in_tee, in_accumulate, in_islice):
    own(make)
