# The same place of the program reads, calls and stores attributes of instances whose own attributes come and go.


class Plain:
    size = 5

    def name(self):
        return "plain"


class Other:
    def __init__(self):
        self.first = 1
        self.size = 6

    def name(self):
        return "other"


class Slotted:
    __slots__ = ("size", "name")


def name(thing):
    return thing.name()


def size(thing):
    return thing.size


def grow(thing, by):
    thing.size = thing.size + by


plain, other, slotted = Plain(), Other(), Slotted()
slotted.size = 7
slotted.name = lambda: "slotted"
for _ in range(3):
    print([name(thing) for thing in (plain, other, slotted)], [size(thing) for thing in (plain, other, slotted)])

# An own attribute hides the method that the place has called before, in this instance alone.
plain.name = lambda: "own"
print(name(plain), name(Plain()), size(plain))
grow(plain, 10)
print(size(plain), size(Plain()), Plain.size)
del plain.name
del plain.size
print(name(plain), size(plain), plain.__dict__)

# The class changes under the place.
Plain.name = lambda self: "changed"
Plain.size = property(lambda self: 50)
print(name(plain), size(plain))
try:
    grow(plain, 1)
except AttributeError as error:
    print(type(error).__name__)
del Plain.size
plain.size = 1
print(size(plain))

# Order of insertion is kept, whatever order the class has seen first.
class Point:
    pass


def put(point, attribute, value):
    if attribute == "x":
        point.x = value
    elif attribute == "y":
        point.y = value
    else:
        point.z = value


for order in ("xyz", "zyx", "yxz", "yy", "zx"):
    point = Point()
    for i, attribute in enumerate(order):
        put(point, attribute, i)
    print(order, point.__dict__)


# A first store frees what the value replaced in a local, at that moment.
class Loud:
    def __init__(self, label):
        self.label = label

    def __del__(self):
        print("freed", self.label)


def keep(holder, label):
    holder.kept = Loud(label)
    print("stored", label)


holder = Point()
keep(holder, 1)
keep(holder, 2)
keep(Point(), 3)
holder.kept = None
print("end")
