# Reading and writing one file: what was read ahead does not move what is written.
import os
name = "_binary_random.tmp"
with open(name, "w+b") as file:
    print(file, file.mode, file.write(b"line1\nline2\nline3\n"), file.seek(0), file.readline(), file.tell())
    print(file.write(b"ZZ"), file.tell(), file.read(3), file.seek(0), file.readlines())
    print(file.seek(2), file.truncate(), file.seek(0), file.read(), file.write(b"end"), file.seek(0), file.read1(), file.peek())
with open(name, "r+b") as file:
    print(file.read(1), file.write(b"XY"), file.read(), file.tell(), file.seek(-2, 2), file.write(b"Q"), file.seek(0), file.read())
with open(name, "a+b") as file:
    print(file.tell(), file.seek(0), file.read(2), file.write(b"A"), file.tell(), file.seek(0), file.read())
with open(name, "rb+", buffering=4) as file:
    print(file.read(2), file.write(b"12345678"), file.seek(0), file.read(), file.seek(3), file.write(b"--"), file.raw.tell(), file.flush(), file.raw.tell())
    print(file.seek(0), file.read())
os.unlink(name)
