# Integers of any size: arithmetic, bits, conversions, limits.
big = 2 ** 100
print(
    big, -big // 7, big % -7, big * big, big - big, big + 1 - big, -big >> 3, big << 5, big & (big - 1), big | 1,
    ~big, big ^ -1
)
print(divmod(-big, 10 ** 10), pow(3, 200, 1000007), pow(-3, 3), 7 ** 77, (-7) ** 77 % 1000)
print(
    big.bit_length(), (-5).bit_length(), (255).bit_count(), (0).bit_length(), (6).to_bytes(2, "big"),
    (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00", "big")
)
print(
    int("  42 "), int("-0x1f", 16), int("0b101", 0), int("z", 36), int("1_000"), int(3.99), int(-3.99), int(True),
    int(), int(b"12")
)
print(
    hex(-255), oct(8), bin(10), bin(-1), hex(big), str(big), repr(-1), (5).real, (5).imag, (5).numerator,
    (5).conjugate(), (5).is_integer() if hasattr(5, "is_integer") else True
)
print(10 ** 18 / 3, 10 ** 400 // 10 ** 399, 3 / 2, 7 // -2, 1 // 3, -1 // 3, 0 ** 0, 2 ** -2)
print(
    5 == 5.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 30 > 1e30, 1 < 1.5 < 2,
    10 ** 400 > 1e308
)
print(
    round(15, -1), round(25, -1), round(5), round(-15, -1), round(1234, -2), abs(-big) == big, int.__add__(1, 2),
    (1).__add__(2.0), (2).__rsub__(5)
)
print(
    isinstance(True, int), True + True, sum([True, False, True]), bool(0), bool(big), True & 1, True and 2,
    ~5
)
print([i for i in range(-3, 4) if i % 3 == 1], hash(big), hash(-big), hash(2 ** 61 - 1), 1 if big else 0)
for action in (
    lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1,
    lambda: 10 ** 400 / 1, lambda: int("1" * 5000), lambda: int("0x"), lambda: int(""), lambda: int(None),
    lambda: int(float("nan")), lambda: int(float("inf")), lambda: (300).to_bytes(1, "big"), lambda: float(10 ** 400),
    lambda: int("5", 1), lambda: int(5, 10), lambda: pow(2, 3, 0), lambda: str(10 ** 5000)
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
a, b = 256, 256
print(a is b, id(a) == id(b), len(str(3 ** 1000)), sum(int(d) for d in str(2 ** 1000)))
factorial = 1
for n in range(1, 31):
    factorial *= n
print(factorial, factorial // 10 ** 20, factorial % 1000003, int(factorial ** 0.5))
