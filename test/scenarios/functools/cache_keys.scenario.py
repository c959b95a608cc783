# Caches: which calls share an entry.
from _functools import _lru_cache_wrapper

def info(*numbers): return numbers
def lru_cache(maxsize=128, typed=False):
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, info)

@lru_cache(None)
def f(*args, **kw):
    print("call", args, kw)
    return len(args)
f(1); f(1.0); f(True); f("1"); f(1, 2); f((1, 2)); f(a=1); f(a=1); f(a=1, b=2); f(b=2, a=1); f(); f()
print(f.cache_info())
@lru_cache(10, typed=True)
def g(x, y=0):
    print("call", x, y)
    return x
g(1); g(1.0); g(True); g(1); g(1, y=2); g(1, y=2.0); g(1, y=2)
print(g.cache_info())
for bad in (lambda: f([]), lambda: g({}), lambda: f(1, [2])):
    try:
        bad()
    except TypeError as e:
        print(e)
print(f.cache_info(), g.cache_info())
f.cache_clear()
print(f.cache_info())
f(1)
