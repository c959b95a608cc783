"""Class attributes that get other values while code that has used them runs on."""


class Base:
    plain = 1
    made = 0

    def method(self):
        return "method"


class Child(Base):
    pass


class Grandchild(Child):
    made = 10


def look(things):
    return [(thing.plain, thing.made, thing.method()) for thing in things]


class Descriptor:
    def __init__(self, value):
        self.value = value

    def __get__(self, instance, owner):
        return ("got", self.value, instance is not None, owner.__name__)


class DataDescriptor(Descriptor):
    def __set__(self, instance, value):
        print("set", value)


class Late:
    pass


things = [Base(), Child(), Grandchild()]
for step in range(9):
    print(step, look(things))
    if step == 0:
        Base.plain = 2
    elif step == 1:
        Base.made += 1
        Child.made = 5
    elif step == 2:
        Base.plain = Descriptor(3)
    elif step == 3:
        Base.plain = 4
    elif step == 4:
        Base.plain = DataDescriptor(5)
        things[0].plain = "kept away"
    elif step == 5:
        Base.method = lambda self: "replaced"
    elif step == 6:
        Base.method = 6
        Base.method = lambda self: "again"
        Base.plain = late = Late()
    elif step == 7:
        Late.__get__ = lambda self, instance, owner: "became a descriptor"
        Child.made = property(lambda self: "computed")


class Special:
    __hash__ = None
    __call__ = None


special = Special()
for value in (None, lambda self: "called"):
    Special.__call__ = value
    Special.__len__ = lambda self: 3
    try:
        print(special(), len(special))
    except TypeError as error:
        print(error)


class Slotted:
    __slots__ = ("x",)
    y = 1


slotted = Slotted()
slotted.x = 1
for _ in range(3):
    print(slotted.x, slotted.y, Slotted.y)
    Slotted.y += 1


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Owner:
    value = Noisy("first")


for name in ("second", "third"):
    Owner.value = Noisy(name)
    print("replaced by", Owner().value.name)
Owner.value = None


def stops(n):
    if n == 2:
        raise StopIteration("early")
    return n


print(list(map(stops, range(5))), list(filter(stops, range(1, 5))))
numbers = map(lambda n: 10 // n, [1, 0, 2])
print(next(numbers))
try:
    next(numbers)
except ZeroDivisionError as error:
    print(error)
print(next(numbers), next(numbers, "end"))
for noisy in map(Noisy, "ab"):
    print("made", noisy.name)
print([*map(lambda noisy: noisy.name, (Noisy(c) for c in "cd"))])
for name in map(lambda noisy: noisy.name, [Noisy("e")].__iter__()):
    print("name", name)
print(list(filter(None, [0, 1, "", "x"])), list(filter(lambda n: n, [Noisy("f")]))[0].name)
