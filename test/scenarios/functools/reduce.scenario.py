# reduce: order, what is alive between the calls, errors.
from _functools import reduce

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [2, 3], 10), reduce(max, [5]), reduce(max, [], "initial"))
def join(a, b):
    print("join", a.name, b.name)
    return N(a.name + b.name)
result = reduce(join, (N(c) for c in "abcd"))
print("result", result)
del result
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def failing(a, b): raise KeyError(b)
attempt(lambda: reduce(max, []))
attempt(lambda: reduce(max, 5))
attempt(lambda: reduce(5, [1, 2]))
attempt(lambda: reduce(failing, [1, 2, 3]))
kept = []
reduce(lambda *args: kept.append(args) or 0, [1, 2, 3])
print(kept)
