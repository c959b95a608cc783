# Deques in cycles, and the queue of a worker at exit.
from _collections import deque
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

gc.collect()
d = deque([N("in cycle")])
d.append(d)
del d
print("collected", gc.collect())
class Node(N): pass
a, b = Node("a"), Node("b")
a.queue = deque([b])
b.queue = deque([a])
del a, b
print("collected", gc.collect() > 0)
it = iter(deque([N("iterated")]))
next(it)
del it
print("iterator freed")
pending = deque(N(f"job{i}") for i in range(3))
done = pending.popleft()
print("end", done)
