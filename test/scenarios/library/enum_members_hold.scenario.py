# Members as keys and owners: attributes set on members, dicts by member, copies and identity.
import copy
import enum
import gc


class Holder:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("holder", self.name, "goes")


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    def __init__(self, value):
        self.cache = []
        self.label = self.name.lower() if hasattr(self, "_name_") else "unnamed"


Color.RED.cache.append(Holder("in red"))
Color.RED.extra = Holder("extra")
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
print(Color.RED.label, sorted(vars(Color.GREEN)))
table = {Color.RED: Holder("by red"), Color.GREEN: Holder("by green")}
print(table[Color(1)].name, table[Color["GREEN"]].name, Color.RED in table)
del table[Color.RED]
del Color.RED.extra
print("removed")


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


both = Perm.R | Perm.X
print(both, Perm(3) is Perm.RW, list(both), Perm.W in both, ~both, bool(Perm(0)), len(Perm.RW))
both.owner = Holder("of a composite")
again = Perm(5)
print(again is both, again.owner.name)
del both, again
gc.collect()
print("a composite lives in the class's map:", (Perm.R | Perm.X).owner.name)


@enum.unique
class Unique(enum.IntEnum):
    A = 1
    B = 2


try:
    @enum.unique
    class Twice(enum.Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)


class Strict(enum.Flag, boundary=enum.STRICT):
    A = 1
    B = 2


try:
    Strict(8)
except ValueError as error:
    print(str(error).splitlines()[0])


@enum.verify(enum.CONTINUOUS)
class Continuous(enum.Enum):
    A, B = 1, 2


Function = enum.Enum("Function", "UP DOWN", module=__name__, start=5)
print(list(Function), Function.DOWN.value, Function["UP"])
match Color(2):
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("matched green")
