"""Bytes as text: hexadecimal digits and base 64, with what is wrong with them, and check sums."""
import binascii

for data in (b"", b"a", b"ab", b"abc", bytes(range(250, 256)), bytearray(b"xy")):
    print(binascii.hexlify(data), binascii.b2a_base64(data), binascii.crc32(data), binascii.crc_hqx(data, 0))
print(binascii.hexlify(b"abcde", ":", 2), binascii.hexlify(b"abcde", b"-", -2), binascii.b2a_base64(b"ab", newline=False))
print(binascii.unhexlify("616263"), binascii.a2b_base64("YWJj\nZA=="), binascii.a2b_base64(b"Y W J j"), binascii.crc32(b"b", binascii.crc32(b"a")))
for call in (
    lambda: binascii.unhexlify("123"),
    lambda: binascii.unhexlify("zz"),
    lambda: binascii.unhexlify("é1"),
    lambda: binascii.a2b_base64("YQ"),
    lambda: binascii.a2b_base64("Y"),
    lambda: binascii.a2b_base64("Y Q==", strict_mode=True),
    lambda: binascii.a2b_base64("=YQ=", strict_mode=True),
    lambda: binascii.a2b_base64(5),
    lambda: binascii.hexlify("text"),
    lambda: binascii.hexlify(b"ab", "--"),
):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(issubclass(binascii.Error, ValueError), binascii.Incomplete.__mro__[1].__name__)
