# In which order a queue lets its items go: dropped, in a cycle, and at the exit.
import gc
import _queue


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


queue = _queue.SimpleQueue()
for number in range(5):
    queue.put(Item(number))
print(queue.get().name, queue.get().name)
queue.put(Item(5))
print("dropped")
del queue

cyclic = _queue.SimpleQueue()
for item in [Item(10), Item(11), cyclic]:
    cyclic.put(item)
print(sorted({type(referent).__name__ for referent in gc.get_referents(cyclic)} - {'type'}))
del cyclic, item
gc.collect()

kept = _queue.SimpleQueue()
for number in range(20, 24):
    kept.put(Item(number))
print(kept.get().name)
own = _queue.SimpleQueue()
for item in [own, Item(30), Item(31), Item(32)]:
    own.put(item)
del item
