# A bounded deque lets the oldest go when a new one comes; rotation, iteration while it changes, and a full one at exit.
import collections
import gc
import weakref


class Event:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"e{self.n}"

    def __eq__(self, other):
        return self.n == getattr(other, "n", other)

    def __del__(self):
        print("event", self.n, "goes; left:", list(history) if "history" in globals() else None)


history = collections.deque(maxlen=3)
for n in range(5):
    history.append(Event(n))
print(history, history.maxlen)
history.appendleft(Event(10))
history.extend([Event(11), Event(12)])
print("extended", history)
history.rotate(1)
print(history, history[0], history[-1], history.index(Event(11)) if 0 else history.count(12))
history[0] = Event(20)
history.insert(1, Event(21)) if len(history) < 3 else print("full, cannot insert")
try:
    history.insert(1, None)
except IndexError as error:
    print(error)
history.remove(20)
print(history)
iterator = iter(history)
next(iterator)
history.append(Event(30))
try:
    next(iterator)
except RuntimeError as error:
    print(error)
del iterator
copy = history.copy()
print(copy == history, copy.maxlen, copy + collections.deque([1]), copy * 2)
history.clear()
print("cleared, the copy keeps them")
del copy
none = collections.deque([Event(40)], maxlen=0)
print("a deque for nothing", none)
for wrong in (lambda: collections.deque(maxlen=-1), lambda: history.pop(), lambda: history.remove(5), lambda: history[0], lambda: collections.deque(5)):
    try:
        wrong()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)


class Undo(collections.deque):
    def append(self, item):
        print("pushing", item)
        super().append(item)

    def __del__(self):
        print("undo goes with", len(self))


undo = Undo(maxlen=2)
undo.owner = undo
ref = weakref.ref(undo)
undo.append(Event(50))
del undo
print(ref() is not None)
gc.collect()
print(ref())
history.extend(Event(n) for n in (60, 61, 62, 63))
ring = collections.deque(maxlen=2)
ring.append(ring)
print(ring)
