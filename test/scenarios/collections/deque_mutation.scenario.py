# A deque that changes while it is gone through.
from _collections import deque

def attempt(change):
    d = deque("abcd")
    seen = []
    try:
        for item in d:
            seen.append(item)
            if item == "b": change(d)
    except RuntimeError as e:
        print(e, seen)
    else:
        print("no error", seen, d)
attempt(lambda d: d.append("x"))
attempt(lambda d: d.pop())
attempt(lambda d: d.rotate(1))
attempt(lambda d: d.__setitem__(3, "X"))
attempt(lambda d: d.reverse())
attempt(lambda d: d.clear())
class Evil:
    def __init__(self, d): self.d = d
    def __eq__(self, other):
        self.d.append(1)
        return False
for name in ("count", "index", "remove", "__contains__"):
    d = deque()
    d.extend([Evil(d), 2])
    try:
        print(name, getattr(d, name)(2))
    except (RuntimeError, IndexError, ValueError) as e:
        print(name, type(e).__name__, e)
d = deque("ab")
it = iter(d)
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), next(it, "end"))
d.append("c")
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
