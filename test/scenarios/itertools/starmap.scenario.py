# starmap calls with the items of each iterable.
from itertools import starmap

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

print(list(starmap(pow, [(2, 5), (3, 2), [10, 3]])), list(starmap(lambda *a: a, ["ab", (), {1: 2}])))
def join(*parts):
    return N("".join(p.name for p in parts))
it = starmap(join, ((N(a), N(b)) for a, b in ("xy", "zw")))
for made in it:
    print("made", made.name)
del made, it
def stops(x):
    if x == 2: raise StopIteration("early")
    return x
print(list(starmap(stops, [(1,), (2,), (3,)])))
for make in (lambda: list(starmap(pow, [5])), lambda: list(starmap(pow, [(1,)])), lambda: starmap(pow), lambda: starmap(pow, 5), lambda: list(starmap(5, [(1,)]))):
    try:
        print(make())
    except TypeError as e:
        print(e)
