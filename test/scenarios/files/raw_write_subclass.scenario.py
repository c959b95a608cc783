# A raw stream that takes what it likes, and one that fails, under a writer.
from _io import _RawIOBase, BufferedWriter, TextIOWrapper
class Sink(_RawIOBase):
    def __init__(self, most=None): self.written, self.most = [], most
    def writable(self): return True
    def write(self, data):
        taken = bytes(data)[:self.most]
        self.written.append(taken)
        return len(taken)
sink = Sink()
writer = BufferedWriter(sink, 4)
for data in (b"ab", b"cd", b"e", b"fghijklmnop"):
    print(writer.write(data), sink.written)
writer.close()
print(sink.written, sink.closed)
sink = Sink(3)
writer = BufferedWriter(sink, 8)
writer.write(b"0123456789")
writer.flush()
print(sink.written)
class Failing(Sink):
    def write(self, data): raise OSError(28, "No space")
writer = BufferedWriter(Failing())
writer.write(b"x")
for use in (writer.flush, writer.close, writer.close):
    try:
        print(use())
    except OSError as error:
        print(error, writer.closed)
class Full(Sink):
    def write(self, data): return None
writer = BufferedWriter(Full(), 4)
try:
    print(writer.write(b"ab"), writer.write(b"cdefghij"))
except BlockingIOError as error:
    print(error, error.characters_written)
for use in (writer.flush, writer.close):
    try:
        use()
    except BlockingIOError as error:
        print(error)
sink = Sink()
text = TextIOWrapper(BufferedWriter(sink), "utf-8", newline="\r\n", line_buffering=True)
text.write("no end")
print(sink.written)
text.write("\nmore")
print(sink.written)
text.close()
print(sink.written)
