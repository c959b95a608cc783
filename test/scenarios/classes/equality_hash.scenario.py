# __eq__ and __hash__: identity first, unhashable classes, keys that compare equal, reprs.
class Key:
    def __init__(self, name, h): self.name, self.h = name, h
    def __hash__(self):
        print("hash", self.name)
        return self.h
    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return isinstance(other, Key) and self.h == other.h

a, b, c = Key("a", 1), Key("b", 1), Key("c", 9)
table = {a: "A", c: "C"}
print(table[a], table[b], b in table, Key("d", 9) in table)
table[b] = "B"
print([k.name for k in table], list(table.values()))
print(a in [c, b, a], [c, a].index(b), [a, b].count(b), {a, b, c} == {c, b})
print(a == a, a != b, a != 3)
class Only:
    def __eq__(self, other): return True
print(Only.__hash__, Only() == 5, Only() != 5, 5 == Only())
try:
    {Only()}
except TypeError as error:
    print(error)
class Both(Only):
    __hash__ = object.__hash__
print(
    len({Both(): 1}), hash(1) == hash(1.0) == hash(True), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(-2.5),
    hash(10 ** 30), hash(float("inf"))
)
class Big:
    def __hash__(self): return 2 ** 70
print(hash(Big()))
class Wrong:
    def __hash__(self): return "x"
try:
    hash(Wrong())
except TypeError as error:
    print(error)
class Raises:
    def __eq__(self, other): raise ValueError("eq")
    def __hash__(self): return 0
broken = {Raises(): 1}
for action in (
    lambda: broken[Raises()], lambda: Raises() in [Raises()], lambda: [Raises()] == [Raises()],
    lambda: [1].index(Raises())
):
    try:
        print(action())
    except ValueError as error:
        print("ValueError", error)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], float("nan") in [nan], {nan: 1}.get(nan))
