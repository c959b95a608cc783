# The everyday built-in functions, with the arguments people use.
print(
    abs(-3), all([1, ""]), any(["", 1]), bin(5), bool([]), callable(len), chr(97), divmod(7, 2), len("abc"),
    max(1, 2, key=lambda v: -v), min([4, 2]), ord("a"), pow(2, 5), round(3.14159, 3), sum([1, 2], 10), hex(255),
    oct(8)
)
print(
    sorted([3, 1], reverse=True), list(reversed("ab")), list(zip("ab", [1, 2])), list(enumerate("ab")),
    list(map(lambda a: a * 2, [1])), list(filter(str.isdigit, "a1b2")), repr("x"), ascii("ü"),
    format(3.14159, ".2f"), format("x", ">3"), format(5), hash(5)
)
class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print(
    getattr(a, "x"), getattr(a, "z", None), hasattr(a, "y"), vars(a), setattr(a, "z", 3), a.z, delattr(a, "z"),
    hasattr(a, "z"), isinstance(a, (int, A)), issubclass(bool, int), type(a).__name__, type(5) is int, id(a) == id(a)
)
print(
    [n for n in dir(a) if not n.startswith("__")], "append" in dir([]), "a" in dir(),
    [n for n in dir(A) if n[0] != "_"]
)
print(
    type("T", (A,), {"w": 1}).w, object() != object(), isinstance(None, type(None)), type(type), type(len),
    type(A.__init__), type(a.__init__), type([].append), type(lambda: 0), type(...), type(NotImplemented),
    type(range(1)), type(iter([]))
)
print(
    int("7") + float("1.5"), str(None), list("ab"), tuple([1]), set([1]), dict(a=1), bytes(1), frozenset([1]),
    bool("False"), slice(1), sum([]), max("a", "b"), next(iter([5])),
    next(iter([]), "default")
)
print(
    print("text"), print(1, 2, sep="-", end="!\n"), print(), print(*[1, 2], sep=", "),
    print("a", None, True, 1.0, [1], {"k": (1,)})
)
print(
    repr(len), repr(A).replace("__main__.", ""), repr(int), repr(None), repr(print), repr([].append)[:35],
    repr(object())[:18], repr(A.__init__)[:24], repr(a)[:19], repr(a.__init__)[:33], repr(staticmethod),
    repr(type(None)), repr(super)
)
print(
    len.__name__, len.__doc__ is not None, int.__name__, A.__name__, str.upper("x"), list.append.__name__,
    "abc".upper.__self__, print.__module__, A.__init__.__qualname__, __name__, __builtins__.__name__, __doc__
)
print(
    sorted([1, "a"], key=str), max([[1], [2, 3]], key=len), min({"b": 1, "a": 2}), sum(x * x for x in range(4)),
    any(x > 2 for x in range(4)), list(map(max, [1, 5], [3, 2])), isinstance(True, int), round(-0.5),
    round(1.005, 2), int(-0.5)
)
class Sized:
    def __len__(self): return 3
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __format__(self, spec): return f"<{spec}>"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __repr__(self): return "Sized()"
    def __divmod__(self, other): return "dm"
    def __trunc__(self): return 1
s = Sized()
print(
    len(s), abs(s), round(s), round(s, 2), format(s, "x"), f"{s:y}", int(s), float(s), str(s), [s],
    "%s %r %d" % (s, s, s), "{!r:>9}".format(s), divmod(s, 1)
)
