# Generic functions that are asked for classes which come and go, and for abstract ones.
import abc
import collections.abc
import functools
import gc
import weakref


class Visitor:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("visitor", self.name, "goes")

    @functools.singledispatchmethod
    def visit(self, node):
        return f"{self.name}: unknown {type(node).__name__}"

    @visit.register(list)
    @visit.register(tuple)
    def _(self, node):
        return [self.visit(child) for child in node]

    @visit.register
    def _(self, node: int | float):
        return f"{self.name}: number {node}"

    @visit.register
    @staticmethod
    def _(node: bytes):
        return f"static: {len(node)} bytes"


v = Visitor("v")
print(v.visit([1, (2.5, "x"), b"abc"]))
print(Visitor.visit.dispatcher.registry.keys() if hasattr(Visitor.visit, "dispatcher") else "", end="\n")
bound = v.visit
del v
print("bound keeps it:", bound(3))
del bound


class Shape(abc.ABC):
    pass


class Square:
    pass


@functools.singledispatch
def area(shape):
    return "no area"


@area.register
def _(shape: Shape):
    return "some shape"


print(area(Square()))
Shape.register(Square)
print("registered later:", area(Square()))


@area.register(collections.abc.Sized)
def _(shape):
    return "sized"


@area.register(collections.abc.Iterable)
def _(shape):
    return "iterable"


class Both:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


try:
    area(Both())
except RuntimeError as error:
    print("ambiguous", len(str(error)) > 20)


def local():
    class Temporary(Shape):
        def __del__(self):
            print("temporary goes")

    @area.register
    def _(shape: Temporary):
        return "temporary shape"

    print(area(Temporary()))
    return weakref.ref(Temporary)


ref = local()
gc.collect()
print("an implementation is registered for it, so it stays:", ref() is not None)


def unregistered():
    class Passing(Shape):
        pass

    print(area(Passing()))
    return weakref.ref(Passing)


ref = unregistered()
gc.collect()
print("only asked for, so it goes:", ref() is None)
print(area.dispatch(dict)({}), len(area.registry))
