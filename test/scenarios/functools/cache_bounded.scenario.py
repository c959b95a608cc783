# A bounded cache lets the least recently used entry go.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

@lru_cache(2)
def make(name):
    print("make", name)
    return N(name)
make("a"); make("b"); make("a")
make("c")
print(make.cache_info())
make("b")
print(make.cache_info())
make.cache_clear()
print("cleared", make.cache_info())
@lru_cache(0)
def never(name): return N(name)
never("x"); never("x")
print(never.cache_info())
@lru_cache(-5)
def negative(x): return x
negative(1)
print(negative.cache_info())
for size in ("x", 2.5):
    try:
        lru_cache(size)(len)
    except TypeError as e:
        print(e)
try:
    lru_cache(1)(5)
except TypeError as e:
    print(e)
