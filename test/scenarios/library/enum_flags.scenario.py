# Flags: combinations are made when they are asked for and kept by the class.
import enum


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


print(list(Perm), Perm.R.value, Perm.X.value)
print(Perm.RW, repr(Perm.RW), Perm.R | Perm.X, repr(Perm.R | Perm.X))
print(Perm.R in Perm.RW, Perm.X in Perm.RW, bool(Perm.R & Perm.W), Perm.R ^ Perm.RW)
print(~Perm.R, ~Perm.RW is Perm.X, (Perm.R | Perm.X) is (Perm.X | Perm.R))
print(repr(Perm(0)), Perm(5), list(Perm.RW), len(Perm.R | Perm.X))
print(Perm["R"], Perm(7).name, Perm(0).name)
try:
    Perm.R | 2
except TypeError as error:
    print(error)


class Bits(enum.IntFlag):
    A = 1
    B = 2
    D = 8


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A + 1)
print(repr(~Bits.A), isinstance(Bits.A, int), Bits.D > Bits.B, f"{Bits.A | Bits.D}")
print([bit for bit in Bits], repr(Bits(11)), Bits(3) == 3)


class Strict(enum.Flag, boundary=enum.STRICT):
    A = 1
    B = 2


class Conform(enum.Flag, boundary=enum.CONFORM):
    A = 1
    B = 2


print(repr(Conform(5)))
try:
    Strict(5)
except ValueError as error:
    print(str(error).splitlines()[0])


class Weekday(enum.IntFlag):
    MONDAY = 1
    TUESDAY = 2

    @classmethod
    def from_date(cls, number):
        return cls(2 ** number)


print(Weekday.from_date(1).name)


class Label:
    def __init__(self, flags):
        self.flags = flags

    def __del__(self):
        print("label with", self.flags, "goes")


label = Label(Perm.R | Perm.X)
