# Bytes through a buffer: reading, writing, positions, and what may be written.
import os
name = "_binary_read_write.tmp"
with open(name, "wb") as file:
    print(file, file.mode, file.name, file.raw, file.write(b"hello\nworld\n"), file.write(bytearray(b"!")), file.tell(), file.raw.tell())
    print(os.stat(name).st_size, file.flush(), os.stat(name).st_size, file.raw.tell())
    for bad in ("text", 5, None):
        try:
            file.write(bad)
        except TypeError as error:
            print(error)
    for use in (file.read, file.readline, file.peek if hasattr(file, "peek") else file.readable):
        try:
            print(use())
        except OSError as error:
            print(type(error).__name__, error)
with open(name, "rb") as file:
    print(file, file.read(3), file.tell(), file.readline(), file.read1(2), file.peek()[:3], file.readlines(), file.read(), file.readline())
    print(file.seek(-3, 2), file.read(1), file.seek(1), file.seek(2, 1), file.read(2), file.readable(), file.writable(), file.seekable())
    target = bytearray(b"........")
    print(file.seek(0), file.readinto(target), target, file.readinto1(target), target, file.readinto(target))
    for use in (lambda: file.write(b"x"), lambda: file.truncate(1), lambda: file.seek(-1), lambda: file.seek(0, 9), lambda: file.readinto(b"x"), lambda: file.read(-2)):
        try:
            use()
        except (OSError, ValueError, TypeError) as error:
            print(type(error).__name__, error)
    print(list(file), file.seek(0), [line for line in file])
os.unlink(name)
