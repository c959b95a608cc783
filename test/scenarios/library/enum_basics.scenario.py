# Members are made once, kept by the class, and known by name and value; aliases share them.
import enum
import weakref


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def short(self):
        return self.name[0]


print(Color.RED, repr(Color.RED), Color(1) is Color.RED, Color["BLUE"], Color.CRIMSON)
print(list(Color), len(Color), Color.RED in Color)
print(Color.__members__)
print(Color.RED.describe(), Color.default().short, Color.RED == 1, Color.RED != Color.BLUE)
print(hash(Color.RED) == hash("RED"), {Color.RED: "r"}[Color.CRIMSON])
print(isinstance(Color.RED, Color), type(Color.RED).__mro__)
print(f"{Color.RED!s:>12}|{Color.RED:<12}|")
for wrong in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK):
    try:
        wrong()
    except (ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print(error)
try:
    class Twice(enum.Enum):
        A = 1
        A = 2
except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
try:
    Color.RED < Color.BLUE
except TypeError as error:
    print(error)

Animal = enum.Enum("Animal", "ANT BEE CAT", start=5)
print(list(Animal), Animal.BEE.value, Animal.__module__)
Pairs = enum.Enum("Pairs", {"ONE": 1, "TWO": "two"})
print([p.value for p in Pairs])


@enum.unique
class Unique(enum.Enum):
    A = 1
    B = 2


try:
    @enum.unique
    class NotUnique(enum.Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)


class Payload:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("payload", self.n, "goes with its enum")


class Holder(enum.Enum):
    FIRST = Payload(1)
    SECOND = Payload(2)


print(Holder.FIRST.value.n, weakref.ref(Holder.FIRST)() is Holder.FIRST)
