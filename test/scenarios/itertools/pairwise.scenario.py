# pairwise holds the item before.
from itertools import pairwise

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(count):
    for i in range(count):
        yield N(i)
    print("exhausted")

it = pairwise(source(3))
for a, b in it:
    print(a.name, b.name)
del a, b
print("over")
del it
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
it = pairwise(source(3))
next(it)
del it
print("dropped")
def failing():
    yield 1
    yield 2
    raise LookupError("third")
it = pairwise(failing())
for _ in range(3):
    try:
        print(next(it))
    except LookupError as e:
        print("error", e)
    except StopIteration:
        print("stop")
for args in ((), (5,), ("a", "b")):
    try:
        pairwise(*args)
    except TypeError as e:
        print(e)
