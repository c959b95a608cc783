# An enumeration keeps its values, its members each other's class, and all of it goes when the class does.
import enum
import gc
import weakref


class Value:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Value) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("value", self.name, "goes")


class Kept(enum.Enum):
    ONE = Value("one")
    TWO = Value("two")
    ALIAS = Value("one")


print(list(Kept), Kept.ALIAS is Kept.ONE, Kept(Value("two")) is Kept.TWO)
print(dict(Kept.__members__).keys())
try:
    Kept(Value("three"))
except ValueError as error:
    print(error)
print("looked up")


def local():
    class Local(enum.Enum):
        A = Value("a")
        B = [Value("b")]

        def describe(self):
            return f"{self.name} of {type(self).__name__}"

    print(Local.A.describe(), Local.B.value, Local([Value("b")]) is Local.B)
    return weakref.ref(Local), weakref.ref(Local.A)


cls, member = local()
print("unreachable:", cls() is not None, member() is not None)
gc.collect()
print("collected:", cls(), member())


class Handler(enum.Enum):
    PRINT = enum.member(print)
    OWNER = enum.member(Value("owner"))
    plain = enum.nonmember(Value("nonmember"))

    @enum.property
    def label(self):
        return self.name.title()


print(list(Handler), Handler.plain, Handler.PRINT.label)
Handler.plain = None
print("the nonmember was replaced")
try:
    Handler.PRINT = 3
except AttributeError as error:
    print(error)
member = Kept.TWO
del Kept
print("its member keeps the class:", type(member).ONE.value)
