# Bisection: sides, bounds, keys, other sequences.
from _bisect import bisect_left, bisect_right, insort_left, insort_right

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

a = [1, 3, 3, 5]
print(bisect_left(a, 3), bisect_right(a, 3), bisect_left(a, 0), bisect_right(a, 9), bisect_left(a, 3, 2), bisect_right(a, 3, 0, 2), bisect_left(a, 4, hi=2))
insort_left(a, 3.0); insort_right(a, 3.5); print(a)
words = ["kiwi", "apple", "banana"]
words.sort(key=len)
insort_right(words, "fig", key=len); insort_left(words, "grape", key=len); print(words)
print(bisect_left([1, 4, 9], 2, key=lambda v: v ** 0.5))
class Seq:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i): print("item", i); return self.items[i]
    def insert(self, i, x): print("insert", i, x); self.items.insert(i, x)
s = Seq([1, 2, 4])
insort_right(s, 3); print(s.items)
class V(N):
    def __lt__(self, other): print("lt", self.name, other.name); return self.name < other.name
vs = [V(1), V(3)]
insort_left(vs, V(2))
print(vs)
for f in (lambda: bisect_left(5, 1), lambda: bisect_left([1], "a"), lambda: bisect_left([1, 2], 1, "x"), lambda: insort_left((1,), 0), lambda: bisect_left([1]), lambda: bisect_left([1], 1, key=5)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
