# Priority queues with heapq: ties, removal by mark, merge, nlargest.
import heapq
import itertools


class Task:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Task({self.name})"

    def __del__(self):
        print("task", self.name, "goes")


class PriorityQueue:
    REMOVED = "<removed>"

    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task.name in self.entries:
            self.remove(task.name)
        entry = [priority, next(self.counter), task]
        self.entries[task.name] = entry
        heapq.heappush(self.heap, entry)

    def remove(self, name):
        self.entries.pop(name)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            _, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task.name]
                return task
        raise KeyError("empty")


queue = PriorityQueue()
for name, priority in [("write", 3), ("read", 1), ("sleep", 5), ("think", 1)]:
    queue.add(Task(name), priority)
queue.remove("sleep")
print("sleep removed")
print(queue.pop())
print(queue.pop())
queue.add(Task("write"), 0)
print(queue.pop(), len(queue.heap))
try:
    queue.pop()
except KeyError as error:
    print("KeyError", error)

data = [9, 4, 7, 1, 8]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heapreplace(data, 5), [heapq.heappop(data) for _ in range(5)])
words = "the quick brown fox jumps".split()
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(3, words), heapq.nsmallest(1, []), heapq.nlargest(10, [2, 3]))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "db", key=ord, reverse=True)))
try:
    heapq.heappush([Task("x")], Task("y"))
except TypeError as error:
    print(error)
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
queue.add(Task("left"))
