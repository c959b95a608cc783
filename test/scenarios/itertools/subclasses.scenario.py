# Subclasses of the iterators: attributes, finalisers, arguments.
from itertools import chain, count, islice, repeat, product

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

class Named(chain):
    def __init__(self, *parts, label=None):
        self.label = label
    def __del__(self):
        print("del", self.label)

it = Named("ab", "cd", label="letters")
print(list(it), it.label)
del it
class Loud(islice):
    def __next__(self):
        item = super().__next__()
        print("next", item)
        return item
print(list(Loud("abcdef", 1, 5, 2)))
class Slots(count):
    __slots__ = ("tag",)
s = Slots(3)
s.tag = N("slot")
print(s, next(s), s.tag)
del s
for make in (lambda: chain(a=1), lambda: islice("a", 1, key=2), lambda: repeat(x=1), lambda: product("a", repeat=2, x=1)):
    try:
        print(make())
    except TypeError as e:
        print(str(e).split("'x'")[0])
print(chain.__name__, chain.__module__, type(chain("a")), isinstance(count(), count), chain[int])
