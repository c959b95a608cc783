# partial and partialmethod: what they hold of the object they are bound to.
import functools
import sys


class Door:
    def __init__(self, name):
        self.name = name
        self.state = "closed"

    def set_state(self, state, *, loud=False):
        self.state = state
        return state.upper() if loud else state

    open = functools.partialmethod(set_state, "open")
    slam = functools.partialmethod(set_state, "closed", loud=True)

    @classmethod
    def make(cls, name, kind):
        return f"{cls.__name__} {name} {kind}"

    make_front = functools.partialmethod(make, "front")

    @staticmethod
    def add(a, b):
        return a + b

    add_ten = functools.partialmethod(add, 10)

    def __del__(self):
        print("door", self.name, "is gone,", self.state)


door = Door("left")
print(door.open(), door.state)
print(door.slam(), door.state)
print(Door.make_front("oak"), door.make_front("elm"))
print(door.add_ten(5), Door.add_ten(6))
print(repr(Door.__dict__["slam"]).split(" ")[0])

bound = door.open
print(type(bound).__name__, bound.args, bound.keywords, bound.func.__self__ is door)
before = sys.getrefcount(door)
again = door.open
print(sys.getrefcount(door) - before)
del again
print(sys.getrefcount(door) - before)
del door
print("the bound partial keeps the door")
print(bound())
del bound

try:
    functools.partialmethod("not callable")
except TypeError as error:
    print(type(error).__name__, error)


def power(base, exponent, *, offset=0):
    return base ** exponent + offset


square = functools.partial(power, exponent=2)
cube = functools.partial(power, exponent=3, offset=1)
outer = functools.partial(square, 5)
print(square(4), cube(2), outer(), outer.func is power, outer.args, outer.keywords)
print(functools.partial(power, 2)(10), square(4, exponent=3))

last = Door("right")
kept = functools.partial(print, "kept:", last.name, end=".\n")
kept()
keeper = functools.partial(Door.open, last)
del last
print("end of program")
