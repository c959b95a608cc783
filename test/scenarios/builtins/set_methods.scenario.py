# Sets and frozen sets: operations, comparison, errors. Small integers iterate in a fixed order.
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {1} < a, a >= {1, 2}, a == {3, 2, 1}, a.isdisjoint({9}), len(a), 2 in a)
a.add(2); a.add(10); a.discard(99); a.discard(1); a.remove(2)
print(
    a, a.union([7], (8,)), a.intersection([3]), a.difference([3]), a.symmetric_difference([3, 5]),
    a.issubset(range(20)), a.issuperset([])
)
a |= {20}; a &= {3, 20, 30}; a -= {3}; a ^= {1}
print(
    a, a.copy() is a, set("hello") == set("ehlo"), set(), {*()}, {*[1, 1]}, set([3, 1, 2]), {0, False, 0.0},
    {True, 1}
)
a.update([5], {6}); a.difference_update([5]); a.intersection_update(range(10)); a.symmetric_difference_update({1, 2})
print(sorted(a), a.pop() in range(10), len(a)); a.clear(); print(a, bool(a))
f = frozenset([1, 2])
print(
    f, frozenset(), hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset([2, 1])], f == {1, 2}, f | {3},
    type(f | {3}).__name__, type({3} | f).__name__, f & {1}, frozenset(f) is f, f.copy() is f
)
print(
    {frozenset([1]), frozenset([1])} == {frozenset([1])}, {1} in {f, frozenset([1])}, sorted({"b", "a"}),
    {x % 3 for x in range(9)}, {n * 17 for n in range(6)}, set(range(20, 0, -3)), {-1, -2, -3}
)
for action in (
    lambda: {[]}, lambda: set().pop(), lambda: {1}.remove(2), lambda: {1} + {2}, lambda: {1} | [2],
    lambda: {1} < [2], lambda: set(5), lambda: a[0], lambda: f.add(1), lambda: hash({1}), lambda: {{1}},
    lambda: set([1], [2]), lambda: {1}.update(5), lambda: frozenset([[]])
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
grow = set()
for i in range(0, 400, 37): grow.add(i)
print(grow)
for i in range(0, 200, 37): grow.discard(i)
grow.add(7)
print(grow, sum(grow))
