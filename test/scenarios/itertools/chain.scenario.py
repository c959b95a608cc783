# chain lets each iterable go before it asks for the next one.
from itertools import chain

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(tag, count):
    for i in range(count):
        yield N(f"{tag}{i}")
    print("exhausted", tag)

it = chain(source("a", 2), [N("list")], source("b", 1))
for item in it:
    print("got", item.name)
print(list(it), list(chain()), list(chain("ab", (1,), {2: 3})))
print("--- dropped half way")
it = chain(source("c", 3), source("d", 1))
first = next(it)
del it
print("gone", first)
print("--- from_iterable asks for iterables one by one")
def outer():
    for tag in "xy":
        print("making", tag)
        yield source(tag, 1)
for item in chain.from_iterable(outer()):
    print("got", item.name)
print("--- errors")
it = chain([1], 5, [2])
print(next(it))
try:
    next(it)
except TypeError as e:
    print(e)
print(list(it))
def failing():
    yield 1
    raise KeyError("inside")
it = chain(failing(), [2])
for _ in range(3):
    try:
        print(next(it))
    except KeyError as e:
        print("error", e)
