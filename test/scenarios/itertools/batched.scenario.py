# batched (3.12): tuples of a size, the last one shorter.
import itertools
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

batched = getattr(itertools, "batched", None)
if batched is None:
    print("no batched")
else:
    def source(count):
        for i in range(count):
            yield N(i)
    for batch in batched(source(5), 2):
        print(batch)
    del batch
    print(list(batched("abcdefg", 3)), list(batched("", 2)), list(batched("ab", 5)))
    for make in (lambda: batched("ab", 0), lambda: batched("ab", "x"), lambda: batched("ab"), lambda: batched(5, 1)):
        try:
            print(make())
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    if sys.version_info >= (3, 13):
        it = batched("abcde", 2, strict=True)
        try:
            while True: print(next(it))
        except ValueError as e:
            print(e)
        print(next(it, "end"))
    it = batched(source(3), 2)
    next(it)
    del it
    print("dropped")
