"""Exact sums and products: fsum, prod, dist, hypot."""
import math

print(sum([0.1] * 10), math.fsum([0.1] * 10))
print(math.fsum([1e16, 1, -1e16]), math.fsum([]), math.fsum(iter([1, 2.5, True])))
print(math.prod([1, 2, 3, 4]), math.prod([2.0, 3]), math.prod([], start=7), math.prod(["ab", 3]) if False else "-")
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.hypot(1e200, 1e200), math.hypot(math.inf, math.nan))
print(math.dist((1, 2), (4, 6)), math.dist([0.5], [2]))
for call in (
    lambda: math.fsum([1e308, 1e308]),
    lambda: math.fsum([math.inf, -math.inf]),
    lambda: math.dist((1,), (1, 2)),
    lambda: math.fsum(5),
    lambda: math.prod(["a", "b"]),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
