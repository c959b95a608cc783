# What a cache holds and when it lets go; caches in cycles.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)
import gc
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

gc.collect()
def make():
    big = N("captured by the function")
    @lru_cache(5)
    def f(x): return big, N(x)
    return f
f = make()
f(1); f(2)
r = weakref.ref(f, lambda r: print("cache died"))
f.attribute = N("attribute")
del f
print("--- a cache that holds itself")
@lru_cache(5)
def g(x): return x
g(g)
g.tail = N("tail")
del g
print("collected", gc.collect() > 0)
print("--- a value that refers to the cache")
@lru_cache(None)
def h(x):
    n = N("value")
    n.cache = h
    return n
h(1)
del h
print("collected", gc.collect() > 0)
import _functools
copied = lru_cache(1)(len)
print(copied.__copy__() is copied, copied.__deepcopy__({}) is copied)
copied.__qualname__ = "pkg.name"
print(copied.__reduce__())
