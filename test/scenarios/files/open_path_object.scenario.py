# Objects with __fspath__, bytes, and descriptors instead of a name.
import os
class Path:
    def __init__(self, path): self.path = path
    def __fspath__(self): return self.path
name = "_open_path_object.tmp"
with open(Path(name), "w") as file:
    print(file.name, file.write("abc"))
with open(Path(name.encode()), "rb") as file:
    print(file.name, file.read())
for path in (Path(5), Path(None), object):
    try:
        open(path)
    except TypeError as error:
        print(error)
print(os.fspath(Path("p")), os.fspath(b"b"), os.stat(Path(name)).st_size)
try:
    os.fspath(5)
except TypeError as error:
    print(error)
descriptor = os.open(name, os.O_RDONLY)
with open(descriptor, closefd=False) as file:
    print(file.name == descriptor, file.read(), file.buffer.raw.closefd)
print(os.lseek(descriptor, 0, 0), os.read(descriptor, 9))
with open(descriptor, "rb") as file:
    print(file.read(), file.fileno() == descriptor)
try:
    os.read(descriptor, 1)
except OSError as error:
    print(error)
os.unlink(Path(name))
