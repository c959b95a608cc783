# What the layers keep alive, and in which order they let go.
import os
from _io import _RawIOBase, BufferedWriter, TextIOWrapper, BufferedReader, BytesIO
class Tag:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
class Raw(_RawIOBase):
    def writable(self): return True
    def write(self, data):
        print("write", bytes(data))
        return len(data)
    def __del__(self):
        print("del raw", self.closed)
        super().__del__()
raw = Raw()
raw.tag = Tag("raw's")
buffer = BufferedWriter(raw)
buffer.tag = Tag("buffer's")
text = TextIOWrapper(buffer, "utf-8")
text.tag = Tag("text's")
text.write("pending")
del raw, buffer
print("now")
del text
print("gone")
line = None
for line in TextIOWrapper(BufferedReader(BytesIO(b"a\nb\n")), "utf-8"):
    print(line.strip())
def lines():
    for line in open(__file__):
        yield line
first = next(lines())
print(len(first))
