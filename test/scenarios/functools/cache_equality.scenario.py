# How often keys are hashed and compared.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)

class K:
    def __init__(self, v): self.v = v
    def __hash__(self): print("hash", self.v); return 9
    def __eq__(self, other): print("eq", self.v, other.v); return self.v == other.v
@lru_cache(None)
def f(k): return k.v
print(f(K(1)))
print(f(K(1)))
print(f(K(2)))
@lru_cache(4)
def g(k): return k.v
print(g(K(1)))
print(g(K(1)))
print(g(K(2)))
class Bad:
    def __hash__(self): raise ArithmeticError("no hash")
try:
    f(Bad())
except ArithmeticError as e:
    print(e)
print(f.cache_info(), g.cache_info())
