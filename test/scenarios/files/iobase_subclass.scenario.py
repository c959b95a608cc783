# The abstract bases: what they build on what a subclass has.
from _io import _IOBase, _BufferedIOBase, _TextIOBase
class Lines(_IOBase):
    def __init__(self, data): self.data = data
    def read(self, count):
        taken, self.data = self.data[:count], self.data[count:]
        return taken
print(Lines(b"one\ntwo\nthree").readlines(), [*Lines(b"a\nb")], Lines(b"abc\n").readline(2), Lines(b"a\nb\nc\n").readlines(3))
class Peeking(Lines):
    def peek(self, count): return self.data[:4]
print(Peeking(b"one\ntwo\nthree").readlines())
class Bad(Lines):
    def read(self, count): return "text"
try:
    Bad(b"").readline()
except OSError as error:
    print(error)
class Written(_IOBase):
    def write(self, data): print("write", data)
    def flush(self):
        print("flush", self.closed)
        super().flush()
with Written() as stream:
    stream.writelines(["a", b"b", 3])
print(stream.closed, stream.__dict__)
for base in (_IOBase, _BufferedIOBase, _TextIOBase):
    stream = base()
    for method, arguments in (("seek", (0,)), ("tell", ()), ("truncate", ()), ("fileno", ()), ("_checkReadable", ()), ("_checkSeekable", ()), ("_checkClosed", ()), ("read", ()), ("detach", ()), ("flush", ()), ("isatty", ())):
        if hasattr(stream, method):
            try:
                print(base.__name__, method, getattr(stream, method)(*arguments))
            except OSError as error:
                print(base.__name__, method, type(error).__name__, error)
    stream.close()
    try:
        stream.flush()
    except ValueError as error:
        print(error)
class Copied(_BufferedIOBase):
    def read(self, count=-1): return b"abcdef"[:count]
target = bytearray(4)
print(Copied().readinto(target), target)
class TooMuch(_BufferedIOBase):
    def read(self, count=-1): return b"abcdef"
try:
    TooMuch().readinto(target)
except ValueError as error:
    print(error)
