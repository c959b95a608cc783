# typing.NamedTuple and collections.namedtuple as base classes: methods, defaults, _replace, and fields that hold objects.
import collections
import typing


class Held:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("held", self.name, "goes")


class Employee(typing.NamedTuple):
    """Someone who works."""

    name: str
    badge: Held
    tags: tuple = ()

    @property
    def shout(self):
        return self.name.upper()

    def with_tag(self, tag):
        return self._replace(tags=self.tags + (tag,))


e = Employee("Ann", Held("badge"))
f = e.with_tag("x")
print(e, f, f.badge is e.badge, e.shout, Employee.__doc__, Employee._field_defaults, Employee._fields)
print(e == ("Ann", e.badge, ()), hash(f._replace(badge=1)) == hash(("Ann", 1, ("x",))), e._asdict())
print(Employee.__annotations__["name"], Employee.__bases__, Employee._make(["Bob", None]))
del e
print("f keeps the badge")
name, badge, tags = f
del f
print("so does the unpacked name")
del badge
for wrong in (lambda: Employee("only"), lambda: Employee("a", 1, 2, 3), lambda: Employee._make([1]), lambda: Employee("a", 1)._replace(zip=2)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    Employee("a", 1).name = "b"
except AttributeError as error:
    print(error)
try:
    class Bad(typing.NamedTuple):
        x: int = 0
        y: int
except TypeError as error:
    print(error)
try:
    class Also(typing.NamedTuple, Held):
        x: int
except TypeError as error:
    print(error)
Base = collections.namedtuple("Base", "x y", defaults=[Held("default")], module=__name__)


class Point(Base):
    __slots__ = ()

    def __new__(cls, x, *rest):
        return super().__new__(cls, x * 2, *rest)

    def __add__(self, other):
        return type(self)(self.x + other.x, self.y)

    def __del__(self):
        print("point", self.x, "goes")


p = Point(1)
q = p + Point(5, Held("own"))
print(p, q, p._replace(x=0), isinstance(q, Base), Point._make([7, 8]))
match q:
    case Point(x, y):
        print("matched", x, y)
    case _:
        print("no match")
print(collections.namedtuple("R", "a b a class _x", rename=True)._fields, Base.x.__doc__)
try:
    collections.namedtuple("Bad", "a a")
except ValueError as error:
    print(error)
T = typing.TypeVar("T")


class Pair(typing.NamedTuple, typing.Generic[T]):
    first: T
    second: T


print(Pair[int](1, 2), Pair[int].__origin__ is Pair, Pair.__orig_bases__)
del y
last = Employee("last", Held("at exit"))
