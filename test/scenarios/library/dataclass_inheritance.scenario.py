# Base classes, generated fields, make_dataclass, and conversions.
import copy
import dataclasses
from dataclasses import asdict, astuple, dataclass, field, make_dataclass, replace
from typing import ClassVar, Generic, TypeVar


@dataclass
class Base:
    x: int
    y: int = 1
    count: ClassVar[int] = 0

    def __post_init__(self):
        Base.count += 1


@dataclass
class Derived(Base):
    y: int = 5
    z: list = field(default_factory=list)

    def __post_init__(self):
        super().__post_init__()
        self.z.append(self.x)


d = Derived(3)
print(d, Base.count, [f.name for f in dataclasses.fields(d)], d == Base(3, 5))
print(asdict(d), astuple(d))
print(asdict(d, dict_factory=lambda pairs: sorted(pairs)))


@dataclass
class Tree:
    value: int
    kids: list = field(default_factory=list)
    by_name: dict = field(default_factory=dict)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])], {'a': Tree(5), 'b': (Tree(6),)})
converted = asdict(t)
print(converted)
print(astuple(t))
t2 = copy.deepcopy(t)
print(t2 == t, t2.kids[0] is t.kids[0])
r = replace(t, value=10)
print(r.value, r.kids is t.kids, r == t)

C = make_dataclass('C', ['a', ('b', int), ('c', int, field(default=7))], namespace={'total': lambda self: self.b + self.c})
c = C('x', 2)
print(c, c.total(), C.__name__, C.__bases__, C.__qualname__)
T = TypeVar('T')


@dataclass
class Box(Generic[T]):
    item: T


print(Box(3), Box[int]('s'), Box[int])


class Plain:
    def __init__(self, w):
        self.w = w


@dataclass
class FromPlain(Plain):
    v: int

    def __post_init__(self):
        super().__init__(self.v + 1)


print(FromPlain(1), FromPlain(1).w)


@dataclass
class Overrides:
    a: int

    def __repr__(self):
        return 'own repr'

    def __eq__(self, other):
        return True


print(Overrides(1), Overrides(1) == 5)
