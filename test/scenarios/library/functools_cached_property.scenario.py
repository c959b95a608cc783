# cached_property stores the value in the instance: it lives and dies with it.
import functools


class Part:
    def __init__(self, owner):
        self.owner_name = owner

    def __del__(self):
        print("part of", self.owner_name, "goes")


class Machine:
    def __init__(self, name):
        self.name = name

    @functools.cached_property
    def part(self):
        """The one part."""
        print("made for", self.name)
        return Part(self.name)

    @functools.cached_property
    def myself(self):
        return self

    def __del__(self):
        print("machine", self.name, "goes")


one = Machine("one")
print("part" in one.__dict__)
first = one.part
print(first is one.part, "part" in one.__dict__)
del one.part
print(one.part is first)
print(Machine.part.__doc__, Machine.part.attrname, type(Machine.part).__name__)
del first
one.part = None
print(one.part)
del one
print("one is gone")

two = Machine("two")
two.part
print(two.myself is two, "a cycle now")
del two
print("the cycle waits for the collector")
import gc
print(gc.collect() > 0)


class Slotted:
    __slots__ = ()

    @functools.cached_property
    def value(self):
        return 1


try:
    Slotted().value
except TypeError as error:
    print(error)

try:
    class Renamed:
        a = functools.cached_property(lambda self: 1)
        b = a
except (TypeError, RuntimeError) as error:
    print(type(error).__name__, error.__cause__ or error)

loose = functools.cached_property(lambda self: 2)
try:
    loose.__get__(object(), object)
except TypeError as error:
    print(error)

three = Machine("three")
three.part
