# total_ordering fills in the missing comparisons; NotImplemented passes through.
import functools


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

    def __del__(self):
        print("gone", self)


a, b = Version(1, 2), Version(1, 10)
print(a < b, a <= b, a > b, a >= b, a == b, a != b)
print(a <= Version(1, 2), a >= Version(1, 2))
print(max(a, b), sorted([b, a]))
for other in (3, "x"):
    try:
        print(a >= other)
    except TypeError as error:
        print(error)
print(Version.__hash__)
print(Version.__ge__.__name__, Version.__ge__.__doc__)


@functools.total_ordering
class FromGreater:
    def __init__(self, n):
        self.n = n

    def __ge__(self, other):
        return self.n >= other.n

    def __eq__(self, other):
        return self.n == other.n


x, y = FromGreater(1), FromGreater(2)
print(x < y, x > y, x <= y, y < x)

try:
    @functools.total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)


def by_length(a, b):
    print("compare", a, b)
    return len(a) - len(b)


print(sorted(["ccc", "a", "bb"], key=functools.cmp_to_key(by_length)))
key = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(key(1) < key(2), key(1) == key(1), key(b).obj is b)
ordered = [key(b), key(a)]
ordered.sort()
print([k.obj for k in ordered])
print("end")
