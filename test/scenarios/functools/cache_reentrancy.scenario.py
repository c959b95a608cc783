# A cached function that calls itself, or raises.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

@lru_cache(3)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), fib.cache_info())
@lru_cache(None)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(50), depth.cache_info())
calls = []
@lru_cache(2)
def failing(x):
    calls.append(x)
    raise ValueError(x)
for _ in range(2):
    try:
        failing(1)
    except ValueError as e:
        print("error", e)
print(calls, failing.cache_info())
@lru_cache(1)
def nested(x):
    if x > 0: nested(x - 1)
    return N(x)
nested(2)
print(nested.cache_info())
@lru_cache(2)
def clears(x):
    clears.cache_clear()
    return x
print(clears(1), clears(1), clears.cache_info())
