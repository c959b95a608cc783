# Cached values at exit: after the globals of the module.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

@lru_cache(10)
def bounded(x): return N(f"bounded {x}")
@lru_cache(None)
def unbounded(x): return N(f"unbounded {x}")
for i in (2, 1, 3):
    bounded(i); unbounded(i)
bounded(2)
bounded(N("as key"))
other = N("a plain global")
print("end of program")
