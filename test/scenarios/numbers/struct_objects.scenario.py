"""A Struct is compiled once; it packs into buffers and walks over them."""
import struct

record = struct.Struct("<Hb")
print(record.size, record.format)
buffer = bytearray(8)
record.pack_into(buffer, 1, 513, -1)
record.pack_into(buffer, -3, 7, 8)
print(buffer, record.unpack_from(buffer, 1), record.unpack(buffer[-3:]))
print(list(record.iter_unpack(bytes(range(9)))))
walk = struct.iter_unpack(">h", b"\0\1\0\2\0\3")
print(next(walk), walk.__length_hint__(), list(walk), list(walk))


class Header(struct.Struct):
    def __init__(self):
        super().__init__(">4sI")


print(Header().pack(b"RIFF", 36), isinstance(Header(), struct.Struct))
for call in (lambda: record.pack(1), lambda: record.pack_into(b"frozen", 0, 1, 2), lambda: record.pack_into(buffer, 6, 1, 2), lambda: struct.Struct()):
    try:
        call()
    except (struct.error, TypeError) as error:
        print(type(error).__name__, error)
