# Reprs of deques within themselves, of subclasses, of objects that raise.
from _collections import deque

d = deque([1])
d.append(d)
d.append([d])
print(d)
class Sub(deque): pass
s = Sub([1], 3)
s.label = "x"
print(s, s.copy(), type(s.copy()).__name__, s + s, s.__reduce__()[:2], s.__reduce__()[2])
class Bad:
    def __repr__(self): raise ValueError("no repr")
try:
    repr(deque([Bad()]))
except ValueError as e:
    print(e)
class NoCopy(deque):
    def __new__(cls, *args): return deque.__new__(cls) if not args else 5
try:
    NoCopy().copy()
except TypeError as e:
    print(e)
print(deque([]).__repr__(), deque([()]), deque("a", 0))
