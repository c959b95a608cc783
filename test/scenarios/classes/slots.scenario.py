# __slots__: no dictionary, named errors, inheritance, weak references, the order of release.
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y

class Point3(Point):
    __slots__ = ["z", "__weakref__"]

class Open(Point):
    pass

p = Point(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), Point.x, Point.__slots__)
for action in (
    lambda: setattr(p, "z", 3), lambda: Point3(1, 2).z, lambda: weakref.ref(p), lambda: delattr(Point3(1, 2), "z")
):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
q = Point3(1, 2)
q.z = 3
print(q.z, weakref.ref(q)() is q)
o = Open(1, 2)
o.anything = 4
print(o.__dict__, o.x)
released = Point3(N("x"), N("y"))
released.z = N("z")
del released
mixed = Open(N("slot x"), N("slot y"))
mixed.attribute = N("attribute")
del mixed
p.x = N("old")
p.x = N("new")
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
try:
    class Conflict:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)
try:
    class Layout(Point, BaseException): __slots__ = ()
except TypeError as error:
    print(error)
