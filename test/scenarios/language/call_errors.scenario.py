# What a call that does not fit says.
def two(a, b): pass
def defaulted(a, b=1): pass
def only(*, key): pass
def only2(*, key, other): pass
def positional(a, b, /): pass
def none(): pass
class Empty: pass
class Init:
    def __init__(self, a): self.a = a
    def method(self): pass

number, nothing = 5, None
calls = [
    lambda: two(), lambda: two(1), lambda: two(1, 2, 3), lambda: two(1, 2, b=3), lambda: two(1, c=2),
    lambda: defaulted(), lambda: defaulted(1, 2, 3), lambda: only(), lambda: only(1), lambda: only2(),
    lambda: only(key=1, more=2), lambda: positional(1, b=2), lambda: none(1), lambda: none(a=1),
    lambda: Empty(1), lambda: Init(), lambda: Init(1, 2), lambda: Init(1).method(2), lambda: Init.method(),
    lambda: two(*5), lambda: two(**5), lambda: two(**{1: 2}), lambda: two(1, **{"a": 1}), lambda: two(*[1], *[2, 3]),
    lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: number(), lambda: nothing(), lambda: Empty()(),
    lambda: isinstance(1), lambda: int("x"), lambda: int([]), lambda: int("1", 99), lambda: [].append(), lambda: [].append(1, 2),
    lambda: {}.get(), lambda: "a".join([1]), lambda: "a".join(5), lambda: print(sepp=1), lambda: sorted([1, "a"]),
    lambda: range(), lambda: range("a"), lambda: range(
        1, 2, 0
    ), lambda: iter(5), lambda: next(5), lambda: next(iter([])),
    lambda: chr(-1), lambda: ord("ab"), lambda: ord(5), lambda: max([]), lambda: sum(["a"]), lambda: getattr(5, "x"),
    lambda: setattr(5, "x", 1), lambda: hash([]), lambda: abs("x"), lambda: pow(2, -1, 4), lambda: round("x"),
]
for index, call in enumerate(calls):
    try:
        print(index, "no error", call())
    except Exception as error:
        print(index, type(error).__name__ + ":", error)
