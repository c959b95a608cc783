# struct: records packed and unpacked, with objects that convert themselves.
import struct


class Number:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __del__(self):
        print("number", self.n, "goes")


packed = struct.pack("<hIq4s?", 1, 2, -3, b"ab", True)
print(packed, struct.unpack("<hIq4s?", packed), struct.calcsize("<hIq4s?"), struct.calcsize("bi"))
print(struct.pack(">B", Number(7)))
header = struct.Struct("!HH")
buffer = bytearray(8)
header.pack_into(buffer, 2, 10, 20)
print(buffer, header.unpack_from(buffer, 2), header.size, header.format)
print(list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.pack("d", 1.5)[-2:], struct.pack("3p", b"abc"))
for wrong in (lambda: struct.pack("B", 300), lambda: struct.unpack("H", b"x"), lambda: struct.pack("z", 1), lambda: struct.pack("H"), lambda: struct.pack("i", "x")):
    try:
        wrong()
    except struct.error as error:
        print(str(error).split(";")[0][:45])
kept = Number(3)
print(struct.pack("<i", kept))
