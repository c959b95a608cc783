"""Patterns of bytes search bytes and what is like them."""
import re

pattern = re.compile(rb"(\w)(\d)")
for subject in (b"a1 b2", bytearray(b"a1 b2"), memoryview(b"a1 b2")):
    print(type(subject).__name__, pattern.findall(subject), pattern.split(subject), pattern.search(subject)[2])
print(pattern.sub(rb"\2\1", bytearray(b"a1 b2")), re.subn(b"1", bytearray(b"!"), b"a1 b1"))
print(re.findall(rb"[\x80-\xff]", b"a\x80\xff"), re.split(b"-", b"a-b"), re.match(b"(?i)A", b"a"), re.findall(rb"\w", "é".encode("latin-1")))
for subject in ("a1", 5, None, [b"a"]):
    try:
        print(pattern.search(subject))
    except TypeError as error:
        print(error)
try:
    re.search("a", b"a")
except TypeError as error:
    print(error)
