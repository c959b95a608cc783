# Fields of dataclasses, their defaults, and what the decorator writes.
import dataclasses
from dataclasses import dataclass, field, fields


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    secret: str = field(default='s', repr=False)


p = Point(1)
q = Point(1, 0, ['other'])
print(p, q)
print(p == q, p != q, p == Point(2), p == (1, 0))
print([f.name for f in fields(Point)], [f.name for f in fields(p)])
print(p.tags is Point(1).tags, hasattr(Point, 'tags'), Point.y, Point.secret)
print(Point.__match_args__, Point.__hash__, Point.__eq__.__name__)
for f in fields(Point):
    print(f.name, f.type, f.default is dataclasses.MISSING, f.default_factory is list, f.init, f.repr, f.compare, f.hash, f.kw_only)
print(fields(Point)[3])
print(dataclasses.is_dataclass(Point), dataclasses.is_dataclass(p), dataclasses.is_dataclass(int))
try:
    hash(p)
except TypeError as error:
    print(error)
match p:
    case Point(1, y, tags):
        print('matched', y, tags)


@dataclass(repr=False, eq=False)
class Bare:
    value: object


b = Bare(3)
print(repr(b).startswith('<__main__.Bare object'), b == Bare(3), b == b, hash(b) == hash(b))


@dataclass
class Node:
    name: str
    children: 'list[Node]' = field(default_factory=list)
    parent: 'Node | None' = None


root = Node('root')
root.children.append(Node('leaf', parent=root))
print(root)


@dataclass
class Computed:
    width: float
    height: float
    area: float = field(init=False)

    def __post_init__(self):
        self.area = self.width * self.height


print(Computed(2, 3))


@dataclass
class Init:
    base: int
    scale: dataclasses.InitVar[int] = 2
    result: int = field(init=False, default=0)

    def __post_init__(self, scale):
        self.result = self.base * scale


print(Init(4), Init(4, 5), Init(4, scale=1).result, [f.name for f in fields(Init)])
print(Point.__doc__, Init.__doc__)
