# namedtuple: a class made by name, tuples with names, and what they hold.
import collections
import typing

Point = collections.namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), *p)
print(Point._fields, Point._field_defaults, Point.__doc__, Point.x.__doc__)
print(p._replace(x=10), p._asdict(), Point._make([7, 8]))
print(isinstance(p, tuple), Point.__mro__[1:], p.__slots__, p.__getnewargs__(), p.__match_args__)
x, y = p
print(x + y, hash(p) == hash((1, 2)), sorted([Point(2, 1), Point(1, 5)]))
match p:
    case Point(x=1, y=other):
        print("matched", other)
for wrong in (lambda: Point(1), lambda: p._replace(z=1), lambda: Point(1, 2, 3), lambda: Point._make([1])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    p.x = 5
except AttributeError as error:
    print(error)
for names in ("a a", "a class", "_a b", "1a"):
    try:
        collections.namedtuple("Bad", names)
    except ValueError as error:
        print(error)
print(collections.namedtuple("Fixed", "a class a _b", rename=True)._fields)
Server = collections.namedtuple("Server", ["host", "port"], defaults=[80])
print(Server("h"), Server._field_defaults)


class Employee(typing.NamedTuple):
    """One who works."""
    name: str
    id: int = 3

    def __del__(self):
        print("employee", self.name, "goes")

    @property
    def badge(self):
        return f"{self.name}-{self.id}"


e = Employee("Ann")
print(e.badge, Employee.__doc__, Employee._field_defaults, Employee.__annotations__, Employee.__new__.__defaults__)


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("item", self.name, "goes")


pair = Point(Item("a"), Item("b"))
pair = pair._replace(x=None)
print("a was replaced")
kept = pair.y
del pair
print("b is kept by its own name")
try:
    class Odd(typing.NamedTuple):
        a: int = 1
        b: str
except TypeError as error:
    print(error)
