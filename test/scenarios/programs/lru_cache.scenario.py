# A cache with a doubly linked list: what it evicts is freed at once or only by the collector.
import gc

class Node:
    def __init__(self, key, value): self.key, self.value, self.before, self.after = key, value, None, None

class Value:
    def __init__(self, text): self.text = text
    def __del__(self): print("value", self.text, "freed")

class Cache:
    def __init__(self, limit):
        self.limit, self.table = limit, {}
        self.head = Node(None, None)
        self.head.before = self.head.after = self.head

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _front(self, node):
        node.before, node.after = self.head, self.head.after
        node.after.before = self.head.after = node

    def get(self, key, make):
        node = self.table.get(key)
        if node is None:
            node = self.table[key] = Node(key, make(key))
            if len(self.table) > self.limit:
                oldest = self.head.before
                self._unlink(oldest)
                del self.table[oldest.key]
        else:
            self._unlink(node)
        self._front(node)
        return node.value

    def keys(self):
        node = self.head.after
        while node is not self.head:
            yield node.key
            node = node.after

gc.collect()
cache = Cache(2)
for key in "abacad":
    print(key, cache.get(key, Value).text, list(cache.keys()))
cache = None
print("cache dropped")
print(gc.collect(), "collected")
kept = Cache(3)
for key in "xyz":
    kept.get(key, Value)
print("end")
