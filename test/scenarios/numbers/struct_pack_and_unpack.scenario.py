"""Bytes of numbers in each byte order, with and without alignment."""
import struct

print(struct.pack("<ihb", 1, -2, 3), struct.pack(">ihb", 1, -2, 3), struct.pack("ihb", 1, -2, 3))
print(struct.calcsize("bq"), struct.calcsize("=bq"), struct.calcsize("b0i"), struct.calcsize("3s2xh"))
print(struct.unpack("<HIq", struct.pack("<HIq", 65535, 2**32 - 1, -(2**63))))
print(struct.unpack(">5s3p?c", struct.pack(">5s3p?c", b"abc", b"wxyz", 1, b"!")))
print(struct.pack("<e", 1.5), struct.pack("<f", 0.1), struct.pack("<d", -0.0), struct.unpack("<f", struct.pack("<f", 0.1)))
print(struct.pack("@2h i", 1, 2, 3), struct.pack("< h ", 5), struct.pack(b"!Q", 7))
print(struct.pack("nNP", -1, 1, 0) == struct.pack("qQQ", -1, 1, 0))
