# A file that nobody closes is flushed and closed when its last reference goes: text stream, buffer, file.
import os
name = "_unclosed_refcount.tmp"
def write():
    file = open(name, "w")
    file.write("local")
    print(os.stat(name).st_size)
write()
print(open(name).read())
open(name, "w").write("temporary")
print(open(name).read())
file = open(name, "wb")
file.write(b"buffer")
raw = file.raw
descriptor = raw.fileno()
del file
print(raw.closed, os.stat(name).st_size)
file = open(name, "w")
file.write("held by the buffer")
buffer = file.buffer
del file
print(buffer.closed, open(name).read())
file = open(name, "w")
file.write("first")
file = open(name, "w")
file.write("second")
file = None
print(open(name).read())
try:
    with open(name, "w") as file:
        file.write("kept by the exception")
        raise KeyError
except KeyError as error:
    print(file.closed, open(name).read())
os.unlink(name)
