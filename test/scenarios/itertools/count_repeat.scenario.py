# count and repeat: numbers of every kind, reprs, lengths.
from itertools import count, repeat, islice

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def first(it, n=4): return list(islice(it, n))
print(first(count()), first(count(5)), first(count(5, -2)), first(count(0.5)), first(count(1, 0.25)), first(count(2**70)))
print(first(count(2**63 - 2)), first(count(-1)), first(count(True)), first(count(1j, 2)))
c = count(10)
print(c, next(c), c, count(1, 2), count(1.5), count(start=3), count(step=4), count(2**65))
for args in (("a",), (1, "b"), (None,), (1, 2, 3)):
    try:
        print(count(*args))
    except TypeError as e:
        print(e)
class Half:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __add__(self, other):
        print("add", other)
        return Half(self.n + 2)
it = count(Half(1))
print(next(it).n, next(it).n)
print("--- repeat")
r = repeat(N("x"), 3)
print(r, r.__length_hint__(), next(r), r.__length_hint__(), r)
print(len(list(r)), list(r), r)
del r
print(first(repeat(1)), repeat("a"), list(repeat("a", -3)), list(repeat("a", times=2)), list(map(pow, [2, 3], repeat(2))))
for make in (lambda: repeat(), lambda: repeat(1, "x"), lambda: repeat(1).__length_hint__(), lambda: repeat(1, None)):
    try:
        print(make())
    except TypeError as e:
        print(e)
class Sub(count): pass
print(Sub(2), next(Sub(2)))
