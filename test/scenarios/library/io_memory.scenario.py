# StringIO, BytesIO and TextIOWrapper in memory: what is closed by whom.
import io


class Loud(io.StringIO):
    def close(self):
        if not self.closed:
            print("closing with", repr(self.getvalue()))
        super().close()

    def __del__(self):
        print("loud goes, closed:", self.closed)


out = Loud()
print("hello", "world", sep=", ", file=out)
out.write("second\n")
print(repr(out.getvalue()), out.tell(), out.seek(0), out.readline(), list(out))
del out
with Loud("start") as out:
    out.seek(0, io.SEEK_END)
    out.write("!")
    print(out.getvalue())
try:
    out.write("x")
except ValueError as error:
    print(error)

raw = io.BytesIO(b"first\nsecond\xc3\xa9\n")
print(raw.read(3), raw.readline(), raw.readlines(), raw.tell(), raw.getvalue()[-3:])
raw.seek(0)
text = io.TextIOWrapper(raw, encoding="utf-8", newline="")
print(text.readline(), text.encoding, text.buffer is raw, text.line_buffering)
del text
print("the wrapper closed it:", raw.closed)
raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding="latin-1", write_through=True)
text.write("caf\xe9\n")
print(raw.getvalue(), text.detach() is raw)
del text
print("detached, so open:", not raw.closed)
buffered = io.BufferedReader(io.BytesIO(b"abcdef"), 4)
print(buffered.peek(1)[:1], buffered.read(2), buffered.read1(1), buffered.seek(1), buffered.read())
writer = io.BufferedWriter(raw)
writer.write(b"buffered")
print(raw.getvalue())
writer.flush()
print(raw.getvalue())
for wrong in (lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: io.StringIO("a").read("x"), lambda: io.TextIOWrapper(io.StringIO())):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(io.IncrementalNewlineDecoder(None, True).decode("a\r\nb\rc"), io.DEFAULT_BUFFER_SIZE > 0, issubclass(io.StringIO, io.TextIOBase))


class Upper(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data).upper())
        return len(data)

    def close(self):
        if not self.closed:
            print("upper got", b"".join(self.parts))
        super().close()


upper = io.TextIOWrapper(io.BufferedWriter(Upper()), encoding="ascii")
upper.write("never flushed by the program")
