# deque: both ends, indices, searching, errors.
from _collections import deque

d = deque("bcd")
d.append("e"); d.appendleft("a"); d.extend("fg"); d.extendleft("zy")
print(d, len(d), d[0], d[-1], d[3], "c" in d, "q" in d)
print(d.pop(), d.popleft(), d.index("c"), d.index("d", 3), d.count("a"))
d.rotate(2); print(d)
d.rotate(-3); print(d)
d.rotate(100); print(d)
d.reverse(); print(d)
d.insert(2, "new"); d.insert(-1, "last"); d.insert(100, "end"); d.insert(-100, "front"); print(d)
d.remove("new"); del d[0]; d[1] = "set"; print(d)
print(d + deque([1]), deque([1, 2]) * 2, 2 * deque([1]), d == deque(d), d != d, deque([1]) < deque([2]), deque([1]) < deque([1, 0]))
print(list(reversed(d)), sorted(d), d.copy() == d, bool(deque()), deque([3, 1]).maxlen)
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d["x"], lambda: d[0:1], lambda: d + [1], lambda: deque(5),
          lambda: d < 5, lambda: hash(d), lambda: deque([], -1), lambda: deque([], "x"), lambda: d.rotate("x"), lambda: d.append(), lambda: d.__setitem__(99, 1)):
    attempt(f)
d.clear(); print(d)
