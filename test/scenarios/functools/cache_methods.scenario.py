# A cache on a method keeps every instance alive: the leak people report.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

class Repo:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    @lru_cache(2)
    def load(self, key):
        print("load", self.name, key)
        return key * 2

r = Repo("first")
r.load(1); r.load(1)
del r
gc.collect()
print("still alive", Repo.load.cache_info())
r = Repo("second")
r.load(1); r.load(2)
print("pushed out")
del r
Repo.load.cache_clear()
print("cleared")
last = Repo("third")
last.load(5)
print(last.load.__self__ is last, Repo.__dict__["load"] is Repo.load)
del last
print("end of program")
