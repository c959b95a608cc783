# accumulate: what it holds between items, and functions of its own.
from itertools import accumulate

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

class V(N):
    def __add__(self, other):
        return V(self.name + "+" + other.name)

it = accumulate(V(c) for c in "abc")
for total in it:
    print("total", total.name)
print("over")
del total
del it
print("--- a function")
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)))
print(list(accumulate([], initial="only")), list(accumulate([])), list(accumulate("ab", None)))
print("--- initial")
it = accumulate([V("x")], initial=V("start"))
print(next(it).name)
print(next(it).name)
del it
print("--- errors")
it = accumulate([1, "a", 2])
for _ in range(3):
    try:
        print(next(it))
    except TypeError as e:
        print(e)
def stop(a, b):
    raise StopIteration
print(list(accumulate([1, 2, 3], stop)))
