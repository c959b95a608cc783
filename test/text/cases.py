"""Prints what this interpreter answers to random questions on text and numbers, one JSON line each.

    python3 cases.py SEED COUNT [FAMILY ...]

A line is [function, arguments, result]. Values are written as JSON where JSON has them; otherwise as
{"i": digits}, {"f": repr}, {"b": [bytes]}, {"c": [real, imag]}, {"d": pairs} and, for an exception, {"e": [type, args]}.
COUNT is the number of questions per function.
"""

import _random
import json
import math
import sys


class Random(_random.Random):
    """The few functions of the module random used here, so that every version draws the same numbers."""

    def randrange(self, stop):
        return int(self.random() * stop)

    def randint(self, low, high):
        return low + self.randrange(high - low + 1)

    def choice(self, items):
        return items[self.randrange(len(items))]

    def uniform(self, low, high):
        return low + (high - low) * self.random()

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.randrange(i + 1)
            items[i], items[j] = items[j], items[i]


random = Random()

sys.set_int_max_str_digits(4300)


def plain(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return {"i": hex(value)}
    if isinstance(value, float):
        return {"f": repr(value)}
    if isinstance(value, complex):
        return {"c": [repr(value.real), repr(value.imag)]}
    if isinstance(value, (bytes, bytearray)):
        return {"b": list(value)}
    if isinstance(value, dict):
        return {"d": [[plain(k), plain(v)] for k, v in value.items()]}
    return [plain(item) for item in value]


# Random values. Small alphabets make matches likely; every class of width and case occurs.

ALPHABETS = [
    "ab",
    "abc, ",
    "aA1 _-+.\t\n",
    "aéÿßµ\xa0\x85\xad",
    "aΣσςǅΆ\u0345\u2003\u2028İıŉﬃ'·",
    "a😀𝒳𐐀\U0001d7d9",
    "\x00\x1c\x1f\x7f'\"\\\r\n",
    "0123456789٤५_ ",
    "aa\ud800\udc80\udfff😀",
]


def char():
    kind = random.random()
    if kind < 0.4:
        return chr(random.randint(32, 126))
    if kind < 0.6:
        return chr(random.randint(0, 255))
    if kind < 0.85:
        return chr(random.choice([random.randint(0x100, 0xD7FF), random.randint(0xE000, 0xFFFF)]))
    return chr(random.choice([random.randint(0x10000, 0x1FFFF), random.randint(0x10000, 0x10FFFF)]))


def paired(text):
    """JavaScript reads two surrogates in a row as one character; such text is not asked about."""
    return any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in zip(text, text[1:]))


def text(longest=12):
    while True:
        alphabet = random.choice(ALPHABETS + [None])
        size = random.randint(0, longest)
        result = "".join(char() if alphabet is None else random.choice(alphabet) for _ in range(size))
        if not paired(result):
            return result


def word():
    return text(3)


def data(longest=12):
    alphabet = random.choice([b"ab", b"abc, ", b"aA1 _-+.\t\n\r\x0b", b"\x00\x1c\x7f'\"\\\r\n\x80\xff", None])
    size = random.randint(0, longest)
    return bytes(random.randint(0, 255) if alphabet is None else random.choice(alphabet) for _ in range(size))


def chunk():
    return data(3)


def integer(bits=200):
    kind = random.random()
    if kind < 0.3:
        return random.randint(-10, 10)
    if kind < 0.45:
        return random.choice([1, -1]) * (2 ** random.choice([31, 32, 52, 53, 54, 61, 62, 63, 64]) + random.randint(-2, 2))
    if kind < 0.5:
        return random.choice([1, -1]) * 10 ** random.randint(1, 60) + random.randint(-1, 1)
    return random.choice([1, -1]) * random.getrandbits(random.randint(1, bits))


def real():
    kind = random.random()
    if kind < 0.1:
        return random.choice([0.0, -0.0, 1.0, -1.0, 0.5, 2.5, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308])
    if kind < 0.25:
        return random.randint(-100, 100) / random.choice([1, 2, 4, 8, 16, 10, 5])
    if kind < 0.4:
        return float(random.choice([1, -1]) * 10 ** random.randint(0, 25) + random.randint(-1, 1))
    if kind < 0.5:
        return random.randint(-(10**6), 10**6) / 1000
    if kind < 0.6:
        return random.choice([1, -1]) * math.ldexp(random.getrandbits(53), random.randint(-1080, 900))
    return random.choice([1, -1]) * random.random() * 10.0 ** random.randint(-320, 308)


def finite():
    while True:
        x = real()
        if math.isfinite(x):
            return x


def compl():
    if random.random() < 0.3:
        return complex(*[random.choice([float("inf"), float("-inf"), float("nan"), 0.0, -0.0, 1.0, 1e300]) for _ in range(2)])
    return complex(real(), real())


def small(low=-8, high=16):
    return lambda: random.randint(low, high)


def maybe(value, share=0.5):
    return lambda: value() if random.random() < share else None


def either(*values):
    return lambda: random.choice(values)


def bounds():
    return [None if random.random() < 0.5 else random.randint(-15, 15) for _ in range(2)]


def numeral():
    """Something like a number in text."""
    kind = random.random()
    if kind < 0.3:
        digits = str(integer(80))
    elif kind < 0.5:
        digits = repr(real())
    elif kind < 0.6:
        digits = random.choice(["0x", "0b", "0o", "0X", "0"]) + "".join(random.choice("0123456789abcdefF_") for _ in range(random.randint(0, 5)))
    else:
        digits = "".join(random.choice("00112345679+-._eEjxinfaN 四٤") for _ in range(random.randint(0, 6)))
    return random.choice(["", "", "", " ", "\n", "\u2003", "\x1c", "-", "+"]) + digits + random.choice(["", "", "", " ", "_", "\xa0", "\0"])


def complex_numeral():
    kind = random.random()
    if kind < 0.6:
        part = lambda: random.choice(["1", "2.5", "inf", "nan", "1e5", ".5", "", "1_0"])
        body = random.choice(["", "+", "-"]) + part() + random.choice(["", "+", "-", " + "]) + part() + random.choice(["", "j", "J", "i"])
        return random.choice([body, f"({body})", f" ( {body} ) ", f"({body}"])
    return numeral()


def spec(types):
    """A format specification, mostly sound."""
    parts = [
        random.choice(["", "", "<", ">", "^", "=", "*<", "é>", "😀^", "0=", "{<"]),
        random.choice(["", "", "", "+", "-", " "]),
        random.choice(["", "", "", "", "z"]),
        random.choice(["", "", "", "#"]),
        random.choice(["", "", "0"]),
        random.choice(["", "", str(random.randint(0, 30)), "٣"]),
        random.choice(["", "", "", ",", "_", ",_"]),
        random.choice(["", "", "." + str(random.randint(0, 20)), ".", ".5,", "._"]) if random.random() < 0.6 else "",
        random.choice(types),
    ]
    if random.random() < 0.05:
        random.shuffle(parts)
    return "".join(parts)


FLOAT_TYPES = ["", "e", "E", "f", "F", "g", "G", "n", "%", "f", "g"] * 2 + ["d", "s", "é", "\x01"]
INT_TYPES = ["", "b", "c", "d", "o", "x", "X", "n", "e", "f", "g", "%"] * 2 + ["s", "q", "fx"]
STR_TYPES = ["", "s"] * 6 + ["d", "x", "\xff"]


def percent_format():
    parts = []
    for _ in range(random.randint(1, 2)):
        parts.append(random.choice(["", "", "a", "é😀", "%%"]))
        parts.append("%" + random.choice(["", "", "", "", "", "(a)", "(b(c))", "("]))
        parts.append("".join(random.choice(["-", "+", " ", "#", "0"]) for _ in range(random.choice([0, 0, 1, 2, 3]))))
        parts.append(random.choice(["", "", "5", "12", "*", "0"]))
        parts.append(random.choice(["", "", "", ".", ".3", ".0", ".*", ".12"]))
        parts.append(random.choice(["", "", "", "l", "h", "ll"]))
        parts.append(random.choice("diouxXeEfFgGcrsa" * 3 + "y%é\x01(b"))
    return "".join(parts)


def percent_int():
    """No int between, which as a width would fill the memory."""
    return random.choice([random.randint(-99, 99), random.choice([1, -1]) * (2**65 + random.getrandbits(64))])


def percent_values():
    value = lambda: random.choice([percent_int, real, text, small(-3, 300)])()
    kind = random.random()
    if kind < 0.6:
        return tuple(value() for _ in range(random.choice([1, 1, 2, 2, 3])))
    if kind < 0.85:
        return value()
    return {"a": value(), "b(c)": value()}


def percent_bytes_format():
    return "".join(c for c in percent_format() if c < "\x80").encode()


def percent_bytes_values():
    value = lambda: random.choice([percent_int, real, data, small(-3, 300)])()
    if random.random() < 0.8:
        return tuple(value() for _ in range(random.choice([1, 1, 2, 2, 3])))
    return {b"a": value(), b"b(c)": value()}


def format_string():
    return "".join(random.choice(["{", "}", "{}", "{0}", "{a}", "{0.b[c]}", "{a[1]!r}", ":", "!", "!s", "x", "é", "{:>{}}", "[", "]", ".", "{{", "}}"]) for _ in range(random.randint(1, 5)))


def slice_parts():
    part = lambda: random.choice([None, random.randint(-12, 12), random.randint(-3, 3), integer(80)])
    return [part(), part(), random.choice([None, 1, 2, -1, -2, 0, 3, random.randint(-12, 12)])]


# Text as arguments: mostly related, so that searches find something.

def searched():
    a = text()
    if random.random() < 0.7 and a:
        start = random.randrange(len(a))
        sub = a[start : start + random.randint(0, 3)]
    else:
        sub = word()
    return a, sub


def searched_bytes():
    a = data()
    if random.random() < 0.7 and a:
        start = random.randrange(len(a))
        sub = a[start : start + random.randint(0, 3)]
    else:
        sub = chunk()
    return a, sub


def args(*makers):
    return lambda: [maker() for maker in makers]


def find_args():
    a, sub = searched()
    return [a, sub, *bounds()]


def find_bytes_args():
    a, sub = searched_bytes()
    return [a, sub, *bounds()]


def replace_args():
    a, sub = searched()
    return [a, sub, word(), random.choice([-1, -1, 0, 1, 2])]


def replace_bytes_args():
    a, sub = searched_bytes()
    return [a, sub, chunk(), random.choice([-1, -1, 0, 1, 2])]


def split_args():
    a, sub = searched()
    return [a, random.choice([None, sub]), random.choice([-1, -1, 0, 1, 2])]


def split_bytes_args():
    a, sub = searched_bytes()
    return [a, random.choice([None, sub]), random.choice([-1, -1, 0, 1, 2])]


def pair():
    return list(searched())


def pair_bytes():
    return list(searched_bytes())


ENCODINGS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]


def encode_args():
    return [text(), random.choice(ENCODINGS), random.choice(HANDLERS + ["xmlcharrefreplace"])]


def decode_args():
    encoding = random.choice(ENCODINGS)
    if random.random() < 0.5:
        raw = data()
    else:
        raw = bytearray(text().encode(encoding, "surrogatepass" if encoding.startswith("utf") else "ignore"))
        if raw and random.random() < 0.7:
            raw[random.randrange(len(raw))] = random.choice([0x80, 0xFF, 0xED, 0xD8, 0xDC, 0x41])
        if raw and random.random() < 0.3:
            raw.pop()
    return [bytes(raw), encoding, random.choice(HANDLERS)]


def unpaired(value):
    return isinstance(value, str) and paired(value)


class Hashed:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


def hashes():
    return [[random.choice([hash(text()), random.randint(-3, 3), integer(62)]) for _ in range(random.randint(0, 6))]]


def power_args():
    return [integer(40), random.randint(0, 40)]


def power_mod_args():
    return [integer(80), random.choice([integer(70), random.randint(0, 20)]), integer(80)]


def shift_args():
    return [integer(), random.choice([random.randint(-1, 80), random.randint(0, 300), 2**70])]


def to_bytes_args():
    return [integer(80), random.randint(0, 12), random.choice(["little", "big"]), random.random() < 0.5]


def slice_indices(start, stop, step, length):
    part = slice(start, stop, step)
    low, high, stride = part.indices(length)
    return [low, high, stride, len(range(low, high, stride))]


def big_numeral():
    size = random.choice([640, 4299, 4300, 4301, 5000])
    return random.choice(["", "-", " "]) + "7" * size + random.choice(["", "", "", "x", "_", " "])


def str_slice(a, start, stop, step):
    return a[slice(start, stop, step)]


def real_pow(a, b):
    """A power of floats, or None where complex numbers take over."""
    if -math.inf < a < 0 and math.isfinite(b) and b != int(b):
        return None
    return a**b


def close_pow_args():
    kind = random.random()
    if kind < 0.4:
        return [abs(finite()), float(random.randint(-6, 6))]
    if kind < 0.8:
        return [random.uniform(0, 100), random.uniform(-10, 10)]
    return [real(), real()]


PARTITION = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
CASES = ["lower", "upper", "title", "capitalize", "swapcase"]

FAMILIES = {
    "integer": {
        "add": (lambda a, b: a + b, args(integer, integer)),
        "sub": (lambda a, b: a - b, args(integer, integer)),
        "mul": (lambda a, b: a * b, args(integer, integer)),
        "neg": (lambda a: -a, args(integer)),
        "abs": (abs, args(integer)),
        "invert": (lambda a: ~a, args(integer)),
        "floordiv": (lambda a, b: a // b, args(integer, integer)),
        "mod": (lambda a, b: a % b, args(integer, integer)),
        "divmod": (divmod, args(integer, integer)),
        "pow": (pow, power_args),
        "powMod": (pow, power_mod_args),
        "lshift": (lambda a, b: a << b, shift_args),
        "rshift": (lambda a, b: a >> b, shift_args),
        "and": (lambda a, b: a & b, args(integer, integer)),
        "or": (lambda a, b: a | b, args(integer, integer)),
        "xor": (lambda a, b: a ^ b, args(integer, integer)),
        "compare": (lambda a, b: (a > b) - (a < b), args(integer, integer)),
        "compareFloat": (lambda a, b: (a > b) - (a < b), args(integer, finite)),
        "bitLength": (int.bit_length, args(integer)),
        "bitCount": (int.bit_count, args(integer)),
        "trueDiv": (lambda a, b: a / b, args(lambda: integer(2200), lambda: integer(2200))),
        "toFloat": (float, args(lambda: integer(1100))),
        "fromFloat": (int, args(real)),
        "round": (round, args(integer, small(-30, 3))),
        "isqrt": (math.isqrt, args(integer)),
        "gcd": (math.gcd, args(integer, integer)),
        "fromBytes": (lambda b, order, signed: int.from_bytes(b, order, signed=signed), args(data, either("little", "big"), either(True, False))),
        "toBytes": (lambda a, size, order, signed: a.to_bytes(size, order, signed=signed), to_bytes_args),
    },
    "numerals": {
        "parseInt": (int, args(numeral, either(10, 10, 10, 0, 2, 8, 16, 36, 7, 1, 37))),
        "parseBigInt": (int, args(big_numeral)),
        "parseIntBytes": (int, args(lambda: numeral().encode("utf-8", "replace"), either(10, 0, 16))),
        "intToString": (str, args(lambda: integer(300))),
        "bigIntToString": (str, args(lambda: random.choice([10**4300, 10**4300 - 1, -(10**4299), 10**5000]))),
        "bin": (bin, args(integer)),
        "oct": (oct, args(integer)),
        "hex": (hex, args(integer)),
        "parseFloat": (float, args(numeral)),
        "parseFloatRepr": (float, args(lambda: str(random.randint(0, 10**20)) + "." + str(random.randint(0, 10**20)) + "e" + str(random.randint(-340, 310)))),
        "parseFloatBytes": (float, args(lambda: numeral().encode("utf-8", "replace"))),
        "parseComplex": (complex, args(complex_numeral)),
    },
    "float": {
        "repr": (repr, args(real)),
        "isInteger": (float.is_integer, args(real)),
        "asIntegerRatio": (float.as_integer_ratio, args(real)),
        "hex": (float.hex, args(real)),
        "fromHex": (float.fromhex, args(lambda: random.choice([finite().hex(), numeral(), "0x" + hex(random.getrandbits(80))[2:] + "p" + str(random.randint(-1200, 1100))]))),
        "div": (lambda a, b: a / b, args(real, real)),
        "floordiv": (lambda a, b: a // b, args(real, real)),
        "mod": (lambda a, b: a % b, args(real, real)),
        "divmod": (divmod, args(real, real)),
        "pow": (real_pow, close_pow_args),
        "round": (round, args(real, small(-25, 25))),
        "roundFar": (round, args(real, small(-330, 330))),
        "roundToInt": (round, args(real)),
    },
    "complex": {
        "add": (lambda a, b: a + b, args(compl, compl)),
        "sub": (lambda a, b: a - b, args(compl, compl)),
        "mul": (lambda a, b: a * b, args(compl, compl)),
        "div": (lambda a, b: a / b, args(compl, compl)),
        "powWhole": (lambda a, b: a ** complex(b), args(compl, small(-8, 8))),
        "mixed": (lambda a, b: [a + b, b + a, a - b, b - a, a * b, b * a], args(compl, real)),
        "mixedDiv": (lambda a, b: [a / b, b / a], args(compl, real)),
        "neg": (lambda a: -a, args(compl)),
        "repr": (repr, args(compl)),
        "equals": (lambda a, b: a == b, args(compl, compl)),
    },
    "format": {
        "formatInt": (format, args(lambda: random.choice([integer(100), random.randint(-99999, 99999), random.randint(0, 0x110000)]), lambda: spec(INT_TYPES))),
        "formatFloat": (format, args(real, lambda: spec(FLOAT_TYPES))),
        "formatString": (format, args(text, lambda: spec(STR_TYPES))),
        "formatComplex": (format, args(compl, lambda: spec(FLOAT_TYPES))),
        "formatFloatFar": (format, args(real, lambda: f".{random.randint(0, 400)}{random.choice('efg')}")),
    },
    "percent": {
        "percent": (lambda f, v: f % v, args(percent_format, percent_values)),
        "percentBytes": (lambda f, v: f % v, args(percent_bytes_format, percent_bytes_values)),
    },
    "strformat": {
        "formatPieces": (lambda f: [list(piece) for piece in __import__("_string").formatter_parser(f)], args(format_string)),
        "splitFieldName": (
            lambda name: [(lambda first, rest: [first, [list(step) for step in rest]])(*__import__("_string").formatter_field_name_split(name))][0],
            args(lambda: "".join(random.choice(["a", "0", "12", ".", "[", "]", "b", "", "٤"]) for _ in range(random.randint(0, 7)))),
        ),
    },
    "slice": {
        "sliceIndices": (slice_indices, lambda: [*slice_parts(), random.randint(0, 12)]),
    },
    "str": {
        **{name: (getattr(str, name), args(text)) for name in PARTITION + CASES + ["casefold"]},
        "caseLong": (lambda a: [getattr(a, name)() for name in CASES + ["casefold"]], args(lambda: text(60))),
        **{name: (getattr(str, name), find_args) for name in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]},
        "contains": (lambda a, b: b in a, pair),
        "length": (len, args(text)),
        "chr": (chr, args(lambda: random.choice([random.randint(-2, 0x110005), random.randint(0, 300)]))),
        "ord": (ord, args(lambda: text(2))),
        "maxChar": (lambda a: 0x7F if a.isascii() else 0xFF if max(a) <= "\xff" else 0xFFFF if max(a) <= "\uffff" else 0x10FFFF, args(text)),
        "slice": (str_slice, lambda: [text(), *slice_parts()]),
        "compare": (lambda a, b: (a > b) - (a < b), lambda: random.choice([[text(), text()], [(lambda a: a + text(2))(b := text(4)), b + text(2)]])),
        "replace": (str.replace, replace_args),
        "split": (str.split, split_args),
        "rsplit": (str.rsplit, split_args),
        "splitlines": (str.splitlines, args(text, either(True, False))),
        "partition": (str.partition, pair),
        "rpartition": (str.rpartition, pair),
        **{name: (getattr(str, name), args(text, maybe(word))) for name in ["strip", "lstrip", "rstrip"]},
        "removeprefix": (str.removeprefix, pair),
        "removesuffix": (str.removesuffix, pair),
        **{name: (getattr(str, name), args(text, small(), lambda: text(1) or random.choice(["", "ab"]))) for name in ["center", "ljust", "rjust"]},
        "zfill": (str.zfill, args(text, small())),
        "expandtabs": (str.expandtabs, args(text, small(-1, 9))),
        "maketrans": (str.maketrans, args(lambda: text(2), lambda: text(2), lambda: text(2))),
        "translateKey": (lambda key: list(str.maketrans({key: None}))[0], args(lambda: text(2))),
        "repr": (repr, args(text)),
        "ascii": (ascii, args(text)),
    },
    "codec": {
        "encode": (str.encode, encode_args),
        "decode": (bytes.decode, decode_args),
    },
    "bytes": {
        **{name: (getattr(bytes, name), args(data)) for name in ["isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isascii"] + CASES},
        **{name: (getattr(bytes, name), find_bytes_args) for name in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]},
        "contains": (lambda a, b: b in a, pair_bytes),
        "compare": (lambda a, b: (a > b) - (a < b), args(data, data)),
        "slice": (str_slice, lambda: [data(), *slice_parts()]),
        "replace": (bytes.replace, replace_bytes_args),
        "split": (bytes.split, split_bytes_args),
        "rsplit": (bytes.rsplit, split_bytes_args),
        "splitlines": (bytes.splitlines, args(data, either(True, False))),
        "partition": (bytes.partition, pair_bytes),
        "rpartition": (bytes.rpartition, pair_bytes),
        **{name: (getattr(bytes, name), args(data, maybe(chunk))) for name in ["strip", "lstrip", "rstrip"]},
        "removeprefix": (bytes.removeprefix, pair_bytes),
        "removesuffix": (bytes.removesuffix, pair_bytes),
        **{name: (getattr(bytes, name), args(data, small())) for name in ["center", "ljust", "rjust", "zfill"]},
        "expandtabs": (bytes.expandtabs, args(data, small(-1, 9))),
        "translate": (lambda a, b, c: a.translate(bytes.maketrans(b, c)), args(data, chunk, chunk)),
        "delete": (lambda a, b: a.translate(None, b), args(data, chunk)),
        "hex": (bytes.hex, args(data)),
        "hexGroups": (lambda a, sep, size: a.hex(sep, size), args(data, either(":", "-", "é", "ab", ""), small(-4, 4))),
        "fromHex": (bytes.fromhex, args(lambda: random.choice([data().hex(" "), data().hex()[1:], "".join(random.choice("0123 aFg\né") for _ in range(6))]))),
        "repr": (repr, args(data)),
    },
    "hash": {
        "hashInt": (hash, args(integer)),
        "hashFloat": (lambda x: hash(x), args(lambda: (lambda x: x if x == x else 1.5)(real()))),
        "hashComplex": (lambda x: hash(x), args(lambda: complex(finite(), finite()))),
        "hashString": (hash, args(lambda: text(40))),
        "hashBytes": (hash, args(lambda: data(40))),
        "hashTuple": (lambda items: hash(tuple(map(Hashed, items))), hashes),
        "hashFrozenSet": (lambda items: hash(frozenset(map(Hashed, items))), hashes),
        "hashFromInt": (lambda value: hash(Hashed(value)), args(integer)),
    },
}


def main():
    seed, count, *wanted = sys.argv[1:]
    write = sys.stdout.write
    for family in wanted or FAMILIES:
        for name, (function, arguments) in FAMILIES[family].items():
            random.seed(hash(f"{seed} {family} {name}"))
            for _ in range(int(count)):
                given = arguments()
                try:
                    result = function(*given)
                    if unpaired(result) or isinstance(result, (list, tuple)) and any(map(unpaired, result)):
                        continue
                    result = plain(result)
                except MemoryError:
                    continue
                except UnicodeError as error:
                    # The arguments keep what was first said of an error; the attributes say what it came to.
                    said = [error.encoding, error.object, error.start, error.end, error.reason]
                    result = {"e": [type(error).__name__, [plain(a) for a in said]]}
                except Exception as error:
                    result = {"e": [type(error).__name__, [plain(a) for a in error.args]]}
                write(json.dumps([f"{family}.{name}", [plain(a) for a in given], result]) + "\n")


main()
