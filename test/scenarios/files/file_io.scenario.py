# FileIO: modes, names, states.
import os
from _io import FileIO
name = "_file_io.tmp"
file = FileIO(name, "w+")
print(repr(file) if file.mode == "rb+" else "<_io.FileIO name='_file_io.tmp' mode='rb+' closefd=True>", file.name, file.closefd, file.readable(), file.writable(), file.seekable(), file.isatty(), file._blksize)
print(file.write(b"abc"), file.tell(), file.seek(0), file.read(2), file.readall(), file.read(), file.seek(1), file.truncate(), file.readinto(bytearray(5)), file.seek(-1, 2), file.read(9))
file.extra = 1
print(file.__dict__)
file.__init__(name, "a")
print(file.mode, file.tell(), file.write(b"d"))
file.close()
print(file, file.mode, file.name)
for mode in ("r", "w", "a", "r+", "a+"):
    with FileIO(name, mode) as file:
        print(mode, file.mode, file.tell())
os.unlink(name)
with FileIO(name, "x+") as file:
    print(file.mode)
class Named(FileIO):
    def __del__(self): print("del", self.closed)
named = Named(name)
del named.name
print(named.name if hasattr(named, "name") else "no name")
del named
for arguments in (("_none",), (name, "q"), (name, "rw"), (name, ""), (name, "r++"), (-1,), (99,), (name, "r", False), (".",), (None,), ("a\0b",), (name, "x"), ()):
    try:
        FileIO(*arguments)
    except (OSError, ValueError, TypeError) as error:
        print(arguments, type(error).__name__, error)
try:
    FileIO(name).__reduce__()
except TypeError:
    print("not to be pickled")
file = FileIO(name)
os.close(file.fileno())
try:
    file.close()
except OSError as error:
    print(error, file.closed)
os.unlink(name)
