# cycle keeps every item it has seen, and its source only for the first round.
from itertools import cycle

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source():
    for name in "ab":
        yield N(name)
    print("exhausted")

it = cycle(source())
for _ in range(5):
    print("got", next(it).name)
del it
print("freed")
print(list(cycle([])))
it = cycle(source())
print(next(it))
del it
print("--- the source fails in the first round")
def failing():
    yield 1
    raise ValueError("once")
it = cycle(failing())
for _ in range(3):
    try:
        print(next(it))
    except ValueError as e:
        print("error", e)
    except StopIteration:
        print("stop")
for args in ((), (1,), ("a", "b")):
    try:
        cycle(*args)
    except TypeError as e:
        print(e)
