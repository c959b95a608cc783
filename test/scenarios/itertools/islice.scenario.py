# islice reads no further than it has to, and lets its source go at the end.
from itertools import islice, count

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(count):
    for i in range(count):
        print("reading", i)
        yield N(i)
    print("exhausted")

print([n.name for n in islice(source(9), 2)])
print("---")
it = islice(source(9), 1, 6, 2)
print(next(it))
print(next(it))
print(next(it))
print(next(it, "end"))
print("--- shared with others")
numbers = count()
print(list(islice(numbers, 3)), list(islice(numbers, 2, 4)), next(numbers))
print("--- bounds")
for args in ((5,), (2, 5), (2, None), (0, None, 3), (None, None, None), (None, 4, 2), (7, 3), (0,), (100,)):
    print(args, list(islice("abcdefgh", *args)))
for args in ((-1,), ("a",), (1, -1), (-1, 5), (0, 5, 0), (0, 5, -1), (1.0,), ()):
    try:
        print(islice("abc", *args))
    except (ValueError, TypeError) as e:
        print(args, type(e).__name__, e)
class Index:
    def __index__(self): return 2
print(list(islice("abc", Index())))
