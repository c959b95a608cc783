# Buffers in cycles: the collector finalises the layers in the order in which it finds them.
import gc, os
name = "_unclosed_cycle.tmp"
class Owner:
    def __init__(self, text):
        self.file = open(name, "w")
        self.file.write(text)
        self.me = self
    def __del__(self):
        print("del owner", self.file.closed, os.stat(name).st_size)
gc.collect()
Owner("owned")
print(gc.collect() > 0, open(name).read())
file = open(name, "w")
file.write("in its own dict")
file.me = file
del file
gc.collect()
print(repr(open(name).read()))
file = open(name, "wb")
file.write(b"a buffer in its own dict")
file.me = file
del file
gc.collect()
print(open(name, "rb").read())
file = open(name, "w")
file.write("text")
file.buffer.raw.top = file
del file
gc.collect()
print(repr(open(name).read()))
os.unlink(name)
