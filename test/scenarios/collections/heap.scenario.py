# Heaps: order, comparisons, what is let go.
from _heapq import heappush, heappop, heapify, heapreplace, heappushpop

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

h = []
for x in [5, 3, 8, 1, 9, 2, 7]:
    heappush(h, x)
print(h, [heappop(h) for _ in range(7)])
data = [9, 7, 5, 3, 1]
heapify(data)
print(data, heapreplace(data, 4), heappushpop(data, 0), heappushpop(data, 6), data)
class Job(N):
    def __init__(self, prio): self.name = self.prio = prio
    def __lt__(self, other):
        print("lt", self.prio, other.prio)
        return self.prio < other.prio
jobs = []
for p in (3, 1, 2):
    heappush(jobs, Job(p))
first = heappop(jobs)
print("first", first)
del first
heapreplace(jobs, Job(9))
print("replaced")
for f in (lambda: heappop([]), lambda: heappush((), 1), lambda: heapreplace([], 1), lambda: heapify(5), lambda: heappush([1], "a"), lambda: heappushpop([], 1)):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
