# A queue for threads, used by one.
from _queue import SimpleQueue, Empty

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

q = SimpleQueue()
for name in "abc":
    q.put(N(name))
print(q.qsize(), q.empty())
first = q.get()
print(first)
del first
print(q.get_nowait())
q.put_nowait(N("d"))
del q
print("--- empty")
q = SimpleQueue()
for f in (lambda: q.get_nowait(), lambda: q.get(False), lambda: q.get(block=False), lambda: q.get(True, -1), lambda: q.put(), lambda: SimpleQueue(1)):
    try:
        print(f())
    except (Empty, ValueError, TypeError) as e:
        print(type(e).__name__, e)
q.put(1, 2, 3)
print(q.get(), issubclass(Empty, Exception))
