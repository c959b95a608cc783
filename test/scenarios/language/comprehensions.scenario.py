# List, set, dict and generator comprehensions: nesting, conditions, order, scope, what keeps what alive.
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

print([x * y for x in range(3) for y in range(x) if (x + y) % 2], [[j for j in range(i)] for i in range(4)])
print({x % 3 for x in range(10)}, {k: v for k, v in zip("abc", range(3)) if v != 1})
lazy = (print("step", n) or n for n in range(3))
print("made", type(lazy).__name__)
print(next(lazy), list(lazy), list(lazy))
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]))
result = [Noisy(i).name for i in range(3)]
print(result)
keep = [Noisy(c) for c in "xy"]
[Noisy("discarded") for _ in range(2)]
print("after discard")
n = "outer"
squares = [n ** 2 for n in range(3)]
print(n, squares)
def inside():
    first = [Noisy("iterated")]
    names = [item.name for item in first]
    del first
    print("first deleted")
    return names
print(inside())
gen = (item.name for item in [Noisy("held by the generator")])
print("iterating")
print(next(gen))
del gen
print("generator gone")
try:
    [1 / d for d in (1, 0)]
except ZeroDivisionError as error:
    print(error)
print([(a, b) for a, *b in [(1, 2, 3), (4,)]], [y for x in [1] if x for y in [x, x] if y])
