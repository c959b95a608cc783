# Tuples and ranges.
t = (1, 2, 3, 2)
print(
    t, t[1:], t + (4,), t * 2, t.count(2), t.index(3), (1,), (), tuple("ab"), len(t), 2 in t, t == (1, 2, 3, 2),
    t < (1, 3), hash((1, 2)) == hash((1, 2)), t[-1]
)
print(
    tuple() is tuple(), tuple(t) is t, t[:] is t, (1, [2]), max(t), sorted(t), tuple(x for x in t if x > 1),
    tuple({1: 2}), (*t, 5), t.__add__((1,))
)
r = range(2, 20, 3)
print(
    r, list(r), len(r), r[2], r[-1], r[1:4], r[::-1], 5 in r, 6 in r, 5.0 in r, "x" in r, r.index(8), r.count(8),
    r.start, r.stop, r.step, r == range(2, 18, 3), hash(r) == hash(range(2, 18, 3)), bool(range(0))
)
print(
    range(5, 0, -2), list(range(5, 0, -2)), list(range(0)), range(10 ** 30)[10 ** 29], len(range(0, 10 ** 12, 7)),
    10 ** 20 in range(0, 10 ** 21, 10), list(reversed(range(0, 5, 2))), sum(range(101))
)
held = ([],)
try:
    held[0] += ["added"]
except TypeError as error:
    print(error, held)
for action in (
    lambda: t[9], lambda: t.index(9), lambda: setattr(t, "x", 1), lambda: t + [1], lambda: (1,) < (None,),
    lambda: hash(([],)), lambda: range(3)[5], lambda: range(3).index(9), lambda: range("3"), lambda: t["a"],
    lambda: len(range(10 ** 30)), lambda: t.append, lambda: range(1, 2, 3, 4), lambda: range(3) < range(4),
    lambda: t.__setitem__
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
a = ()
a += (a,); a += (a,)
print(a, slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(3).stop, slice(1, 2) == slice(1, 2))
