# heapq with objects: ties, comparisons that run code, entries that are removed lazily, merge and nlargest.
import functools
import heapq
import itertools


@functools.total_ordering
class Task:
    compared = 0

    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __eq__(self, other):
        return self.priority == other.priority

    def __lt__(self, other):
        Task.compared += 1
        return self.priority < other.priority

    def __repr__(self):
        return f"{self.name}:{self.priority}"

    def __del__(self):
        print("task", self, "goes")


heap = []
for priority, name in [(5, "five"), (1, "one"), (3, "three"), (2, "two"), (4, "four")]:
    heapq.heappush(heap, Task(priority, name))
print(heap, Task.compared)
print("popped", heapq.heappop(heap))
print("replaced", heapq.heapreplace(heap, Task(9, "nine")))
print("pushpop", heapq.heappushpop(heap, Task(0, "zero")))
print(heap)
print(heapq.nsmallest(2, heap), heapq.nlargest(1, heap, key=lambda t: t.name))
counter = itertools.count()
entries = [(2, next(counter), Task(2, "tie b")), (2, next(counter), Task(2, "tie a"))]
heapq.heapify(entries)
print(heapq.heappop(entries)[2])
REMOVED = "<removed>"
finder = {}
queue = []


def add(task):
    if task.name in finder:
        finder.pop(task.name)[-1] = REMOVED
    entry = [task.priority, next(counter), task]
    finder[task.name] = entry
    heapq.heappush(queue, entry)


add(Task(3, "job"))
add(Task(1, "job"))
print("lazily removed", [entry[-1] for entry in queue])
while queue:
    entry = heapq.heappop(queue)
    print(entry[-1])
del entry
finder.clear()


class Angry(Task):
    def __lt__(self, other):
        raise ValueError(f"{self.name} will not be compared")


heap.clear()
heap.append(Angry(1, "angry"))
try:
    heapq.heappush(heap, Angry(2, "angrier"))
except ValueError as error:
    print(error, len(heap))
error = None
heap.clear()


class Shrinking(Task):
    def __lt__(self, other):
        victims.clear()
        return self.priority < other.priority


victims = [Shrinking(i, f"s{i}") for i in (3, 2, 1)]
try:
    heapq.heappush(victims, Shrinking(0, "s0"))
except (RuntimeError, IndexError) as error:
    print(type(error).__name__, error)
error = None
victims.clear()
print(list(heapq.merge([1, 4, 7], [2, 5], iter([3]))), list(heapq.merge("ca", "db", key=ord, reverse=True)))
for wrong in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify("abc")):
    try:
        wrong()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
left = [Task(7, "left")]
heapq.heapify(left)
