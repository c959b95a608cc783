# Iterator classes, iter with a sentinel, zip, map, filter, enumerate and reversed, and their laziness.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        print("next", self.n)
        return self.n

print(list(Countdown(2)), sum(Countdown(3)), 1 in Countdown(4))
z = zip(Countdown(3), "ab")
print(next(z), next(z), next(z, "done"))
m = map(lambda a, b: a + b, [1, 2], [10, 20, 30])
print(type(m).__name__, list(m), list(filter(None, [0, 1, "", "x"])), list(filter(lambda v: v > 1, [1, 2, 3])))
print(
    list(enumerate("ab", 5)), list(reversed([1, 2, 3])), list(reversed(range(3))), list(zip()),
    list(reversed({"a": 1, "b": 2}))
)
calls = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(calls), 0)), next(calls))
it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it), iter(it) is it)
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)
data = {"a": 1}
try:
    for key in data:
        data["b"] = 2
except RuntimeError as error:
    print(error)
try:
    for item in (values := {1, 2}):
        values.add(3)
except RuntimeError as error:
    print(error)
old = [1, 2, 3, 4]
for item in old:
    old.remove(item)
print(old)
print(
    [type(iter(x)).__name__ for x in ([], (), "", {}, set(), range(1), b"", {}.items())], any(Countdown(2)),
    all(Countdown(2))
)
print(min(Countdown(3)), max([3, 1], key=lambda v: -v), min("b", "a"), max((), default="none"), sorted(Countdown(3)))
class Len:
    def __len__(self): return 2
    def __getitem__(self, i): return "ab"[i]
print(list(Len()), list(reversed(Len())), "b" in Len())
