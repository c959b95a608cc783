# detach flushes and gives the buffer away; what is left of the stream refuses everything.
import os
name = "_text_detach.tmp"
file = open(name, "w")
file.write("pending")
buffer = file.detach()
print(buffer, os.stat(name).st_size, buffer.closed)
buffer.write(b"+more")
for use in (repr, lambda f: f.write("x"), lambda f: f.close(), lambda f: f.closed, lambda f: f.name, lambda f: f.detach(), lambda f: f.buffer, lambda f: f.encoding):
    try:
        print(use(file))
    except ValueError as error:
        print(error)
raw = buffer.detach()
print(raw, os.stat(name).st_size)
for use in (lambda b: b.write(b"x"), lambda b: b.raw, lambda b: b.closed, lambda b: b.close()):
    try:
        print(use(buffer))
    except ValueError as error:
        print(error)
del file, buffer
print(raw.closed, raw.write(b"!"))
raw.close()
print(open(name, "rb").read())
os.unlink(name)
