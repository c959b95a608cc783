# IntEnum, StrEnum, mixed-in types, __str__, _missing_, auto and its hook, __init__ and __new__.
import enum


class Priority(enum.IntEnum):
    LOW = 1
    HIGH = 10


print(Priority.LOW, repr(Priority.LOW), Priority.LOW + 1, Priority.LOW < Priority.HIGH, Priority.LOW == 1)
print(sorted([Priority.HIGH, Priority.LOW]), max(Priority), [10, 20, 30][Priority.LOW])
print("%d %s %r" % (Priority.LOW, Priority.LOW, Priority.LOW), f"{Priority.HIGH}", f"{Priority.HIGH:03}")


class Mode(enum.StrEnum):
    READ = enum.auto()
    WRITE = "w"


print(Mode.READ, repr(Mode.READ), Mode.WRITE.upper(), Mode.READ == "read", "-".join(Mode))


class Named(enum.Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}/{count}/{last_values}"

    ALPHA = enum.auto()
    BETA = enum.auto()


print([member.value for member in Named])


class Status(enum.Enum):
    OK = 200
    MISSING = 404
    UNKNOWN = -1

    @classmethod
    def _missing_(cls, value):
        print("missing", value)
        if isinstance(value, str):
            return cls[value.upper()]
        return cls.UNKNOWN if value != 0 else None

    def __str__(self):
        return f"<{self.value}>"

    def __bool__(self):
        return self is Status.OK


print(Status("ok"), Status(500), bool(Status.MISSING), f"{Status.OK} {Status.OK!r}")
try:
    Status(0)
except ValueError as error:
    print(error)


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius ** 3, 4)


print(Planet.EARTH.mass, Planet.MARS.density, Planet((0.642, 3.39)))


class Coded(bytes, enum.Enum):
    def __new__(cls, value, label):
        member = bytes.__new__(cls, [value])
        member._value_ = value
        member.label = label
        return member

    A = (65, "letter a")
    B = (66, "letter b")


print(Coded.A, repr(Coded.B), Coded(66).label, Coded.A + b"!")


class WithMembers(enum.Enum):
    _ignore_ = "temp i"
    temp = vars()
    for i in range(3):
        temp[f"N{i}"] = i * i


print(list(WithMembers), hasattr(WithMembers, "temp"))


class Functions(enum.Enum):
    ADD = enum.member(lambda a, b: a + b)
    helper = enum.nonmember(3)

    def __call__(self, *args):
        return self.value(*args)


print(Functions.ADD(1, 2), Functions.helper, len(Functions))


class Owner:
    status = Status.OK

    def __del__(self):
        print("owner goes, status", self.status.name)


owner = Owner()
