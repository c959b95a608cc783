# What half-used iterators hold dies with the module.
from itertools import accumulate, chain, count, cycle, groupby, islice, pairwise, product, tee, zip_longest

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def source(tag, count=3):
    for i in range(count):
        yield N(f"{tag}{i}")

a = chain(source("chain"), [N("later")])
b = cycle(source("cycle"))
c = groupby(source("group"))
d, e = tee(source("tee"))
f = product([N("pool")], [N("other")])
g = accumulate([N("total"), N("unread")], lambda x, y: y)
h = pairwise(source("pair"))
i = zip_longest([N("zipped")], source("z"), fillvalue=N("fill"))
j = islice(source("slice"), 2)
k = count(1, 0.5)
for it in (a, b, d, g, h, j):
    next(it)
key, group = next(c)
next(f)
next(i)
del it
print("end of program")
