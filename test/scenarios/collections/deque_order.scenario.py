# A dying deque lets its items go from left to right.
from _collections import deque

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

d = deque(N(i) for i in range(3))
d.appendleft(N("left"))
del d
print("--- across blocks")
class Tick:
    log = []
    def __init__(self, n): self.n = n
    def __del__(self): Tick.log.append(self.n)
d = deque(Tick(n) for n in range(200))
d.rotate(50)
del d
print(Tick.log[:5], Tick.log[-3:], len(Tick.log), Tick.log == list(range(150, 200)) + list(range(150)))
print("--- clear")
d = deque([N("a"), N("b")])
d.clear()
print(len(d))
print("--- a finaliser that looks at the deque being cleared")
class Looks(N):
    def __del__(self):
        print("del", self.name, len(box))
        box.append("late")
box = deque([Looks("x"), Looks("y")])
box.clear()
print(box)
