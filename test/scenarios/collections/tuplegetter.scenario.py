# The descriptors behind named tuples.
from _collections import _tuplegetter

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

class Point(tuple):
    __slots__ = ()
    x = _tuplegetter(0, "the first")
    y = _tuplegetter(1, "the second")
p = Point((3, N("y")))
print(p.x, p.y, Point.x, Point.x.__doc__)
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def assign(): p.x = 5
def delete(): del p.x
for f in (assign, delete, lambda: Point((1,)).y, lambda: Point.x.__get__([1]), lambda: Point.x.__get__(None, 5), lambda: _tuplegetter("a", 1), lambda: _tuplegetter(1), lambda: Point.x.__reduce__()[1]):
    attempt(f)
del p
Point.x.__doc__ = "changed"
print(Point.x.__doc__, Point.x)
