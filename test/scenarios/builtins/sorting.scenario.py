# Sorting is stable, calls the key once an item in order, and compares with __lt__ only.
class Item:
    def __init__(self, rank, name): self.rank, self.name = rank, name
    def __lt__(self, other):
        comparisons.append((self.name, other.name))
        return self.rank < other.rank
    def __repr__(self): return self.name

comparisons = []
items = [Item(3, "c"), Item(1, "a"), Item(2, "b"), Item(1, "a2")]
print(sorted(items), comparisons)
comparisons.clear()
print(sorted(items, reverse=True), len(comparisons))
comparisons.clear()
print(sorted([Item(i, "i%d" % i) for i in range(6)]), comparisons)
comparisons.clear()
print(sorted([Item(-i, "j%d" % i) for i in range(6)]), len(comparisons))
comparisons.clear()
print(max(items), min(items), comparisons)
keys = []
def key(word):
    keys.append(word)
    return word.lower()
print(sorted(["b", "A", "a", "B"], key=key), keys)
comparisons.clear()
values = [(n * 7919) % 101 for n in range(100)]
many = [Item(v, str(v)) for v in values]
many.sort()
print([i.name for i in many][:10], len(comparisons), [i.rank for i in many] == sorted(values))
print(
    sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([[2], [1, 5], []]), sorted(["10", "9", "1"]),
    sorted(["10", "9"], key=int), sorted([1.5, 1, True, 0]), sorted([3, 1, 2], key=lambda v: -v)
)
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("del key", self.name)
    def __lt__(self, other): return self.name < other.name
print(sorted(["y", "x"], key=Noisy))
try:
    sorted([1, None, 2])
except TypeError as error:
    print(error)
during = [3, 2, 1]
class Peek:
    def __init__(self, v): self.v = v
    def __lt__(self, other):
        seen.append(len(during))
        return self.v < other.v
seen = []
during.sort(key=Peek)
print(during, set(seen))
