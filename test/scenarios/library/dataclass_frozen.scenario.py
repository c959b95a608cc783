# Frozen dataclasses: hashing, keys of dicts, replace, and the ways around.
from dataclasses import FrozenInstanceError, dataclass, field, replace
import weakref


class Payload:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("payload", self.name, "goes")


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    tag: Payload = field(default=None, compare=False)


p = Point(1, 2, Payload("p"))
q = Point(1, 2, Payload("q"))
table = {p: "first"}
table[q] = "second"
print(p == q, hash(p) == hash(q), len(table), table)
print(next(iter(table)) is p)
del p
print("the key of the dict keeps p's payload")
for action in (lambda: setattr(q, "x", 5), lambda: delattr(q, "y"), lambda: setattr(q, "new", 1)):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__mro__[1].__name__, error)
r = replace(q, y=9)
print(r, r.tag is q.tag)
object.__setattr__(r, "tag", None)
print(r, q)
table.clear()
print("table cleared")
del q
print("q gone")


@dataclass(frozen=True)
class Segment:
    start: Point
    end: Point

    @property
    def length(self):
        return abs(self.end.x - self.start.x)


s = Segment(Point(0), Point(4))
print(s.length, s, s in {Segment(Point(0), Point(4))})
try:
    class Open(Point):
        z: int = 0
    Open(1).z = 3
except FrozenInstanceError as error:
    print("inherits frozenness:", error)
try:
    @dataclass
    class Thawed(Point):
        z: int = 0
except TypeError as error:
    print(error)


@dataclass(slots=True, weakref_slot=True)
class Slotted:
    value: Payload


one = Slotted(Payload("slotted"))
ref = weakref.ref(one)
print(ref() is one, hasattr(one, "__dict__"), Slotted.__slots__)
del one
print(ref())
