# __new__ and __init__: immutable bases, other types, the arguments object accepts, cached instances.
class Inch(float):
    def __new__(cls, value):
        print("new", value)
        return super().__new__(cls, value * 2.5)
    def __init__(self, value):
        print("init", value)
        self.unit = "cm"

i = Inch(4)
print(i, i + 1, i.unit, type(i).__name__, isinstance(i, float), repr(i), type(-i).__name__)

class Cached:
    cache = {}
    def __new__(cls, key):
        if key not in cls.cache:
            cls.cache[key] = super().__new__(cls)
        return cls.cache[key]
    def __init__(self, key):
        self.inits = getattr(self, "inits", 0) + 1

print(Cached("a") is Cached("a"), Cached("a").inits, Cached("b").inits)

class Other:
    def __new__(cls): return "not an instance"
    def __init__(self): print("never")
print(Other())

class Pair(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    first = property(lambda self: self[0])
print(Pair(1, 2), Pair(1, 2).first, Pair(1, 2) == (1, 2), hash(Pair(1, 2)) == hash((1, 2)))
class Str(str):
    def __str__(self): return "str of " + repr(self)
print(Str("x"), f"{Str('y')}", "%s" % Str("z"), Str("a") + "b", {Str("k"): 1}["k"])
class Num(int): pass
print(Num(5), Num("12") + 1, Num(3).__class__.__name__, {1: "one"}[Num(1)])
class NoInit:
    def __new__(cls, *a): return object.__new__(cls)
class NoNew:
    def __init__(self, *a): pass
print(type(NoInit(1, 2)).__name__, type(NoNew(1)).__name__)
class BadInit:
    def __init__(self): return 5
for action in (
    lambda: BadInit(), lambda: object(1), lambda: object.__new__(int), lambda: object.__new__(),
    lambda: NoInit.__new__(5), lambda: bool.__new__(int)
):
    try:
        print(action())
    except TypeError as error:
        print(error)
try:
    class B(bool): pass
except TypeError as error:
    print(error)
