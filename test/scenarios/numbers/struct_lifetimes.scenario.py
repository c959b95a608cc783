"""An iterator over a buffer keeps it, and its Struct, until it is through."""
import struct
import weakref


class Format(struct.Struct):
    def __del__(self):
        print("format gone")


class Data(bytearray):
    def __del__(self):
        print("data gone")


walk = Format("h").iter_unpack(Data(b"\1\0\2\0"))
print(next(walk))
print(next(walk))
print(next(walk, "through"))
print("then")
ref = weakref.ref(struct.Struct("i"))
print(ref())
rest = Format("b").iter_unpack(Data(b"abc"))
print(next(rest))
del rest
print("end")
