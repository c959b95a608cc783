# A raw stream written in Python, under a buffer and a text stream.
from _io import _RawIOBase, BufferedReader, TextIOWrapper
class Source(_RawIOBase):
    def __init__(self, data): self.data, self.position = data, 0
    def readable(self): return True
    def readinto(self, target):
        count = min(len(target), 2, len(self.data) - self.position)
        target[:count] = self.data[self.position:self.position + count]
        self.position += count
        return count
    def close(self):
        print("close", self.closed)
        super().close()
print(Source(b"abc").read(), Source(b"abc").read(1), Source(b"x\nyz").readline(), Source(b"abc").readall(), [*Source(b"1\n2\n3")])
buffered = BufferedReader(Source(b"abcdefgh"), 3)
print(buffered.read(4), buffered.peek(), buffered.readline(), buffered.read())
buffered.close()
print(buffered.closed)
text = TextIOWrapper(BufferedReader(Source("aé\nb€\n".encode())), "utf-8")
print([*text])
del text
print("deleted")
class Broken(Source):
    def readinto(self, target): return len(target) + 5
try:
    BufferedReader(Broken(b"")).read(1)
except OSError as error:
    print(error)
class Nothing(Source):
    def readinto(self, target): return None
print(BufferedReader(Nothing(b"")).read(5), Nothing(b"").read(5), Nothing(b"").readall())
try:
    BufferedReader(object())
except AttributeError as error:
    print(error)
class Unreadable(_RawIOBase):
    pass
for make in (lambda: BufferedReader(Unreadable()), lambda: Unreadable().read(), lambda: Unreadable().write(b""), lambda: Unreadable().fileno()):
    try:
        make()
    except (OSError, NotImplementedError) as error:
        print(type(error).__module__, type(error).__name__, error)
