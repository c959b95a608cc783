# How lists, dictionaries and sets grow.
import sys

def steps(make, grow, count):
    value, seen = make(), []
    for n in range(count):
        size = sys.getsizeof(value)
        if not seen or seen[-1][1] != size:
            seen.append((n, size))
        grow(value, n)
    return seen

print(steps(list, lambda l, n: l.append(n), 60))
print(steps(dict, lambda d, n: d.update({n: n}), 100))
print(steps(set, lambda s, n: s.add(n), 100))
print(
    [sys.getsizeof([0] * n) for n in range(6)], [sys.getsizeof(list(range(n))) for n in range(6)],
    [sys.getsizeof((0,) * n) for n in range(4)]
)
l = list(range(20))
sizes = []
while l:
    l.pop()
    sizes.append(sys.getsizeof(l))
print(sizes)
print([sys.getsizeof("x" * n) for n in (0, 1, 7, 8, 100)], [sys.getsizeof(10 ** n) for n in (1, 10, 20, 50)])
