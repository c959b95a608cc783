"""What struct says of formats and values that do not fit."""
import struct

attempts = [
    ("b", 200), ("B", -1), ("h", 40000), ("H", 70000), ("i", 2**31), ("I", -1), ("q", 2**63), ("Q", 2**64), ("<l", 2**40), (">H", -5),
    ("i", 1.5), ("i", "1"), ("f", "x"), ("<f", 1e39), ("e", 1e6), ("c", b"ab"), ("c", "a"), ("s", "text"), ("p", 5), ("?", []),
    ("z", 1), ("3", 1), ("ii", 1), ("i", 1, 2), ("<P", 1), ("i\0", 1),
]
for format, *values in attempts:
    try:
        print(format, struct.pack(format, *values))
    except (struct.error, OverflowError, TypeError) as error:
        print(format, values, type(error).__name__, error)
for call in (
    lambda: struct.unpack("i", b"abc"),
    lambda: struct.unpack_from("i", b"abcdef", 4),
    lambda: struct.unpack_from("i", b"abcdef", -2),
    lambda: struct.unpack("i", "text"),
    lambda: struct.calcsize("99999999999999999999s"),
    lambda: list(struct.iter_unpack("h", b"abc")),
):
    try:
        print(call())
    except (struct.error, TypeError) as error:
        print(type(error).__name__, error)
print(struct.error.__module__, issubclass(struct.error, Exception))
