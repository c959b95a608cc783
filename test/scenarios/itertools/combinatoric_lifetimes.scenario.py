# Pools live as long as the iterator, results as long as somebody holds them.
from itertools import combinations, permutations, product
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

it = combinations([N(i) for i in range(3)], 2)
print("pool is made")
for pair in it:
    print(pair)
del pair
print("exhausted, but the pool is there")
del it
print("--- product")
it = product([N("a"), N("b")], [N("c")])
first = next(it)
del it
print("iterator gone", first)
del first
print("--- the result is used again if nobody holds it")
it = permutations("abcd", 2)
ids = set()
for _ in range(12):
    ids.add(id(next(it)))
print(len(ids))
it = permutations("abcd", 2)
kept = [next(it) for _ in range(12)]
print(len({id(p) for p in kept}), kept[-1])
it = combinations(range(3), 2)
print(sys.getrefcount(next(it)) > 1)
