# compress, dropwhile, takewhile, filterfalse: when the predicate is asked, what is dropped.
from itertools import compress, dropwhile, takewhile, filterfalse

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(*names):
    for name in names:
        yield N(name)

def long(n):
    print("asked", n.name)
    return len(n.name) > 1

for make in (dropwhile, takewhile, filterfalse):
    print("---", make.__name__)
    for n in make(long, source("aa", "b", "cc", "d")):
        print("got", n.name)
    del n
print("--- compress stops with the shorter one")
for n in compress(source("a", "b", "c", "d"), [1, 0, 1]):
    print("got", n.name)
del n
print(list(compress("abc", [])), list(compress("", [1])), list(filterfalse(None, [0, 1, "", "x", []])))
print("--- takewhile loses the item that ended it")
it = iter([1, 2, 9, 3])
print(list(takewhile(lambda x: x < 5, it)), list(it))
print("--- errors")
it = takewhile(lambda x: 1 // (x - 2), [1, 2, 3])
for _ in range(3):
    try:
        print(next(it))
    except (ZeroDivisionError, StopIteration) as e:
        print(type(e).__name__)
class Odd:
    def __bool__(self): raise RuntimeError("no truth")
for make in (lambda: list(filterfalse(None, [Odd()])), lambda: list(compress("a", [Odd()])), lambda: list(dropwhile(lambda x: Odd(), "a")),
             lambda: takewhile(1), lambda: dropwhile(len, 5), lambda: compress("a"), lambda: list(filterfalse(5, "a"))):
    try:
        print(make())
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
