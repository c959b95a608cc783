# A deque as queue, ring and history.
import collections


class Event:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("event", self.n, "goes")


history = collections.deque(maxlen=2)
for n in range(4):
    history.append(Event(n))
    print("added", n, [event.n for event in history])
history.appendleft(Event(9))
print([event.n for event in history], history.maxlen)
history.rotate(1)
first = history.popleft()
print(first.n, len(history))
del history
print("history is gone, one is kept")

queue = collections.deque("abc")
queue.extend("de")
queue.extendleft("xy")
queue.rotate(2)
print(queue, queue[0], queue.index("a"), queue.count("b"), list(reversed(queue)))
queue.remove("c")
queue.insert(1, "!")
queue[2] = "?"
print("".join(queue), queue.copy() == queue, queue + collections.deque("z"), queue * 2 == queue + queue)
try:
    for item in queue:
        queue.append(item)
except RuntimeError as error:
    print(error)
for wrong in (lambda: collections.deque().pop(), lambda: queue.remove("nope"), lambda: queue[99], lambda: collections.deque(maxlen=-1)):
    try:
        wrong()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)


def bfs(graph, start):
    seen, todo, order = {start}, collections.deque([start]), []
    while todo:
        node = todo.popleft()
        order.append(node)
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return order


print(bfs({"a": "bc", "b": "d", "c": "d", "d": ""}, "a"))
todo = collections.deque([Event("last"), Event("very last")])
