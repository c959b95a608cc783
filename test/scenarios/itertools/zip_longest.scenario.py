# zip_longest lets an exhausted iterator go and fills up.
from itertools import zip_longest

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(tag, count):
    try:
        for i in range(count):
            yield N(f"{tag}{i}")
    finally:
        print("closed", tag)

fill = N("fill")
for pair in zip_longest(source("a", 3), source("b", 1), fillvalue=fill):
    print(pair)
del pair
print("over")
del fill
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest()), list(zip_longest("ab")), list(zip_longest("", "a")))
it = zip_longest(source("c", 2), source("d", 2))
next(it)
del it
print("dropped")
def failing():
    yield 1
    raise OSError("broken")
it = zip_longest("abc", failing())
for _ in range(3):
    try:
        print(next(it))
    except OSError as e:
        print("error", e)
    except StopIteration:
        print("stop")
for make in (lambda: zip_longest("a", fill=1), lambda: zip_longest(5), lambda: zip_longest("a", fillvalue=1, more=2)):
    try:
        print(make())
    except TypeError as e:
        print(e)
