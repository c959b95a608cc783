# tee keeps what one iterator has seen and another has not.
from itertools import tee

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(count):
    for i in range(count):
        print("reading", i)
        yield N(i)

a, b = tee(source(3))
print(next(a), next(a))
print("b follows")
print(next(b))
del a
print("a is gone")
print([n.name for n in b])
del b
print("--- many items in between")
a, b = tee(iter(range(200)))
print(sum(a), next(b), sum(b))
print("--- chunks are freed as they are left behind")
class Counted:
    alive = 0
    def __init__(self): Counted.alive += 1
    def __del__(self): Counted.alive -= 1
a, b = tee(Counted() for _ in range(150))
for _ in a: pass
del _
print(Counted.alive)
for _ in range(60): next(b)
print(Counted.alive)
del a
print(Counted.alive)
del b
print(Counted.alive)
print("--- a long chain is freed without trouble")
a, b = tee(iter(range(20000)))
for _ in a: pass
del a, b
print("--- errors")
for args in ((5,), ("ab", -1), ("ab", "x"), ()):
    try:
        print(len(tee(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, "n must be >= 0" if "negative" in str(e) else e)
print(tee("ab", 0), [list(t) for t in tee("ab", 3)])
import weakref
a, b = tee("ab")
r = weakref.ref(a, lambda r: print("a died"))
del a
