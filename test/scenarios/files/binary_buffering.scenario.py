# When a buffer of a given size is written, and files without one.
import os
name = "_binary_buffering.tmp"
size = lambda: os.stat(name).st_size
file = open(name, "wb", buffering=8)
for data in (b"abc", b"def", b"gh", b"i", b"0123456789abcdef", b"", b"xyz"):
    file.write(data)
    print(data, size(), file.tell())
file.close()
print(size())
with open(name, "wb", buffering=0) as file:
    print(file, file.write(b"direct"), size(), file.mode)
with open(name, "rb", buffering=0) as file:
    print(file.read(2), file.readline(), file.read(), file.readall())
with open(name, "rb", buffering=3) as file:
    print(file.read(1), file.raw.tell(), file.read(4), file.raw.tell(), file.peek(), file.read())
with open(name, "w", buffering=1) as file:
    file.write("no line end")
    print(size(), file.line_buffering)
    file.write("\n")
    print(size())
with open(name, "w") as file:
    file.write("x" * 5000)
    first = size()
    file.write("y" * 5000)
    print(first, size() > 0)
print(size())
try:
    open(name, "wb", buffering="a")
except TypeError as error:
    print(error)
os.unlink(name)
