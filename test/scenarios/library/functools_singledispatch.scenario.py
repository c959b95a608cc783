# singledispatch: the registry holds the implementations, a weak cache the classes that were asked for.
import functools
import gc
import weakref
from collections.abc import Sequence


class Shape:
    pass


class Circle(Shape):
    def __del__(self):
        print("circle goes")


@functools.singledispatch
def describe(value, prefix=""):
    return f"{prefix}something: {value!r}"


@describe.register
def _(value: int, prefix=""):
    return f"{prefix}the number {value}"


@describe.register(str)
def _(value, prefix=""):
    return f"{prefix}the text {value}"


@describe.register(list)
@describe.register(tuple)
def _(value, prefix=""):
    return prefix + "[" + ", ".join(describe(item) for item in value) + "]"


@describe.register
def shape(value: Shape, prefix=""):
    return f"{prefix}a {type(value).__name__}"


print(describe(3), describe("a"), describe(2.5), sep="; ")
print(describe([1, "b", (None, 2)], prefix="list "))
print(describe(True, "bool is an int: "))
print(describe(Circle()))
print(describe.dispatch(bool).__name__, describe.dispatch(Circle) is shape)
print([cls.__name__ for cls in describe.registry])
print(describe.registry[float] if float in describe.registry else "no float")


@functools.singledispatch
def kind(value):
    return "object"


@kind.register(Sequence)
def _(value):
    return "sequence"


print(kind([]), kind(()), kind({}), kind(range(3)), kind("x"))
try:
    describe()
except TypeError as error:
    print(error)
try:
    @describe.register("no type")
    def _(value):
        pass
except TypeError as error:
    print(str(error).split(".")[0])


class Formatter:
    @functools.singledispatchmethod
    def show(self, value):
        return "?"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @show.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} str {value}"

    def __del__(self):
        print("formatter goes")


formatter = Formatter()
print(formatter.show(1), formatter.show("s"), formatter.show([]))
show = formatter.show
del formatter
print("bound:", show(5))
del show


def temporary():
    class Local:
        pass

    print(describe(Local(), "cached ")[:6])
    return weakref.ref(Local)


reference = temporary()
gc.collect()
print("a class asked for once can go:", reference() is None)
