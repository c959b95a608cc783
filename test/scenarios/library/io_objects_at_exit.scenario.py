# StringIO and BytesIO subclasses that are open at exit, wrappers that close what they wrap, buffers that are never flushed.
import io
import sys


class Text(io.StringIO):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def close(self):
        if not self.closed:
            print("text", self.name, "closed with", repr(self.getvalue()))
        super().close()


class Bytes(io.BytesIO):
    def __init__(self, name, data=b""):
        super().__init__(data)
        self.name = name

    def close(self):
        if not self.closed:
            print("bytes", self.name, "closed with", self.getvalue())
        super().close()


t = Text("dropped")
t.write("half a line")
del t
with Text("with") as t:
    print("printed", file=t)
del t
wrapped = io.TextIOWrapper(Bytes("wrapped"), encoding="utf-8")
wrapped.write("not flushed until the wrapper goes")
del wrapped
buffered = io.BufferedWriter(Bytes("buffered"), 8)
print(buffered.write(b"123"), buffered.write(b"4567890"))
del buffered
raw = Bytes("kept raw")
pair = io.BufferedWriter(raw)
pair.write(b"seen")
print(raw.getvalue())
pair.detach()
del pair
print("detached:", raw.getvalue(), raw.closed)


class Tee(io.TextIOBase):
    def __init__(self, *targets):
        self.targets = targets

    def writable(self):
        return True

    def write(self, text):
        for target in self.targets:
            target.write(text)
        return len(text)

    def __del__(self):
        print("tee goes", self.closed)
        super().__del__() if hasattr(super(), "__del__") else None


log = Text("log")
tee = Tee(sys.stdout, log)
print("to both", file=tee)
old = sys.stdout
sys.stdout = tee
print("redirected")
sys.stdout = old
del tee
print(repr(log.getvalue()))


class Broken(io.BytesIO):
    def close(self):
        print("close fails")
        super().close()
        raise ValueError("cannot close")


b = Broken()
try:
    with b:
        pass
except ValueError as error:
    print(error)
del b
reader = io.BufferedReader(Bytes("reader", b"line one\nline two\n"))
print(reader.readline(), next(reader), reader.read())
left_text = Text("left")
left_text.write("at exit")
left_wrapper = io.TextIOWrapper(Bytes("left raw"), encoding="ascii", write_through=False)
left_wrapper.write("unflushed at exit")
print("end")
