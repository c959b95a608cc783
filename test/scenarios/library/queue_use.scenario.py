# queue: FIFO, LIFO and priority queues used by one thread.
import gc
import queue

gc.collect()


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return self.name

    def __del__(self):
        print("job", self.name, "goes")


q = queue.Queue(maxsize=2)
q.put(Job(1, "a"))
q.put(Job(2, "b"))
print(q.qsize(), q.full(), q.empty())
for wrong in (lambda: q.put_nowait(1), lambda: q.put(1, timeout=-1), lambda: queue.Queue().get_nowait(), lambda: queue.Queue().get(block=False)):
    try:
        wrong()
    except (queue.Full, queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
print(q.get(), q.unfinished_tasks)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
lifo = queue.LifoQueue()
for name in "xyz":
    lifo.put(Job(0, name))
print(lifo.get(), lifo.get())
pq = queue.PriorityQueue()
for priority, name in [(3, "low"), (1, "high"), (2, "middle")]:
    pq.put(Job(priority, name))
print([pq.get() for _ in range(2)])
simple = queue.SimpleQueue()
simple.put(Job(0, "simple"))
print(simple.qsize(), simple.get(), simple.empty())
simple.put(Job(9, "left in simple"))
del q
print("end")
