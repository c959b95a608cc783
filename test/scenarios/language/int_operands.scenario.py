# The same expressions on ints of every size, and then on everything else; ints in loops stay what they were.


def mixed(a, b):
    return [a + b, a - b, a * b, a + 1, 1 + a, a - 1, a * 2]


def divided(a, b):
    return [a // b, a % b, a // 7, a % 7]


def bits(a, b):
    return [a & b, a | b, a ^ b, a & 255, a << 3, a >> 2, a << b, a >> b]


def compared(a, b):
    found = []
    if a < b:
        found.append("<")
    if a <= b:
        found.append("<=")
    if a == b:
        found.append("==")
    if a != b:
        found.append("!=")
    if not a > b:
        found.append("not >")
    found.append(a >= b)
    return found


numbers = [0, 1, -1, 5, 255, 256, 257, -5, -6, 2**31 - 1, -(2**31), 2**31, 2**53 - 1, 2**53, 2**53 + 1, -(2**53), 2**62, 2**64 + 3, 10**30, True]
total = 0
for a in numbers:
    for b in numbers:
        print(a, b, mixed(a, b), compared(a, b))
        if b:
            print(divided(a, b))
        if 0 <= b < 70:
            print(bits(a, b))
        total += sum(mixed(a, b))
print(total)


class Money(int):
    def __add__(self, other):
        return Money(int(self) + other)

    def __repr__(self):
        return f"${int(self)}"


for a, b in ((1.5, 2), (2, 0.5), (Money(3), 4), (5, Money(6)), (2j, 1)):
    print(mixed(a, b))
print(compared(1.5, 2), compared("a", "b"), compared([1], [1]), compared((), (0,)))
for a, b in (("a", "b"), ([1], [2]), (None, 1), (1, "x")):
    try:
        print(a + b, end=" ")
        print(a - b)
    except TypeError as error:
        print(error)
try:
    divided(1, 0)
except ZeroDivisionError as error:
    print(error)

# What a loop counts with is not touched once something else has it.
kept = []
functions = []
for i in range(1000, 1010):
    kept.append(i)
    functions.append(lambda value=i: value)
    j = i
    i += 5
    j -= i * 2
    kept.append((i, j))
print(kept, [function() for function in functions], i, j)
last = None
pairs = []
for i in range(300, 304):
    if last is not None:
        pairs.append((last, i))
    last = i
print(pairs)
table = {}
for i in range(500, 505):
    table[i] = i * 1000
    table[i] += i
print(table)


def summed(n):
    result = 0
    for k in range(n):
        result += k * k
        old = result
        result = result - k
        assert old == result + k
    return result


print(summed(2000))


def nested():
    seen = []
    for x in range(257, 260):
        for y in range(x, x + 2):
            seen.append((x, y, x * y))
    return seen


print(nested())
text = "ab"
print((text + "") is text, ("" + text) is text)
