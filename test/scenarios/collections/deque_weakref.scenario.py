# Deques can be weakly referenced; callbacks come before the items go.
from _collections import deque
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

d = deque([N("item")])
r = weakref.ref(d, lambda r: print("deque died"))
print(r() is d)
del d
print(r())
class Sub(deque):
    def __del__(self): print("del Sub", list(self))
s = Sub([N("s0"), N("s1")])
del s
history = deque(maxlen=3)
for i in range(5):
    history.append((i, N(i)))
print(len(history))
