# When flushing fails, close still closes, and of two errors the first is the context.
from _io import _RawIOBase, BufferedWriter, TextIOWrapper
class Raw(_RawIOBase):
    def writable(self): return True
    def write(self, data): raise OSError(5, "write")
    def close(self):
        if not self.closed:
            super().close()
            raise ValueError("close")
text = TextIOWrapper(BufferedWriter(Raw()), "utf-8")
text.write("x")
try:
    text.close()
except ValueError as error:
    print(repr(error), repr(error.__context__), text.closed)
print(text.close())
text = TextIOWrapper(BufferedWriter(Raw()), "utf-8")
text.write("x")
try:
    with text:
        raise KeyError("body")
except ValueError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
text = TextIOWrapper(BufferedWriter(Raw()), "utf-8")
text.write("x")
print("now it dies")
del text
print("done")
