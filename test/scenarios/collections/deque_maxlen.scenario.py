# A bounded deque drops at the other end, at once.
from _collections import deque

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

d = deque(maxlen=2)
for name in "abc":
    d.append(N(name))
    print("appended", d)
d.appendleft(N("left"))
print(d)
d.extend([N("x"), N("y"), N("z")])
print(d)
d.extendleft([N("p")])
print(d)
try:
    d.insert(0, 1)
except IndexError as e:
    print(e)
e = d.copy()
print(e, e.maxlen, (e + e), e * 3)
empty = deque([N("nowhere")], maxlen=0)
print(empty)
empty.append(N("neither"))
try:
    d.maxlen = 5
except AttributeError as e:
    print(e)
print(deque(range(10), 3), deque(iterable="ab", maxlen=None))
