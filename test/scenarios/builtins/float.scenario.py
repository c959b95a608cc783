# Floats: shortest repr, rounding, special values, conversions and formatting.
values = [
    0.1, 1.0, 1e16, 1e15, 123456789.125, 1e-5, 0.0001, 1e100, 5e-324, 1.7976931348623157e308, 2.5, -0.0, 1 / 3,
    100.0, 1e22, 1e23
]
print(values)
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf > 1e308, nan != nan, inf == inf, 1e400, -1e400, 0.0 == -0.0)
print(
    round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5), round(1.5), round(1e20),
    round(5.015, 2), round(2.0, 3)
)
print(
    7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(-7.5, 2), 2.0 ** 0.5, 2 ** 0.5, (-8) ** 3.0, 1e308 * 10, 0.0 ** 0,
    5.0 // 0.1
)
print(
    (2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+1"),
    abs(-2.5), int(1e20), float("1e3"), float("  -1.5 "), float("1_0.5"), float("Infinity"), float(True)
)
print(f"{3.14159:.2f} {3.14159:10.3f}| {3.14159:<10.1f}| {1e10:e} {1234567.891:,.1f} {0.25:%} {0.256:.1%} {1e-10:g} {1e20:g} {123456:g} {1234567:g} {2.0:g} {1.0:.0f} {2.5:.0f} {3.5:.0f} {-1.5:+} {1.5:+.1f} {1.5: } {1e100:.3} {12345.678:.3} {0.00001234:.2} {nan:5} {inf:>6} {-0.0:.1f} {1.5:08.2f}")
print("%.3f %5.1f %e %g %G %r %s %i" % (1 / 3, 2.25, 12345.678, 1e-7, 1e-7, 0.1, 1e16, 3.9))
print(sum([0.1] * 10) == 1.0, 0.1 + 0.2, 1.1 * 3, 1e16 + 1, 4.35 * 100, 0.1 * 3, 1 - 0.9)
print(
    hash(0.5), hash(1e300), hash(inf), hash(-inf), max(1.5, 1), min(1, 1.0), sorted([2.5, 1, 3.0, -inf]), 3.0 == 3,
    {1.0: "a"}[1]
)
for action in (
    lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: float("x"),
    lambda: float(""), lambda: float([]), lambda: inf // 1, lambda: round(nan), lambda: round(inf),
    lambda: "%d" % "x", lambda: f"{1.5:d}", lambda: f"{5:s}", lambda: 1.5 & 1, lambda: "a" * 1.5,
    lambda: values[1.0], lambda: range(1.0), lambda: inf.as_integer_ratio()
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
