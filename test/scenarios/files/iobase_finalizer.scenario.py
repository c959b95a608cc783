# A stream that dies open is closed: by close, which may be the program's own, once.
import gc
from _io import _IOBase, _RawIOBase
class Stream(_IOBase):
    def __init__(self, name): self.name = name
    def close(self):
        print("close", self.name, self.closed, getattr(self, "_finalizing", None))
        super().close()
    def flush(self): print("flush", self.name)
Stream("temporary")
stream = Stream("closed before")
stream.close()
del stream
ring = Stream("ring")
ring.me = ring
del ring
print(gc.collect() > 0)
class Own(Stream):
    def __del__(self): print("own del", self.name)
Own("own finaliser")
class Both(Stream):
    def __del__(self):
        print("del", self.name)
        super().__del__()
Both("both")
class Failing(Stream):
    def close(self): raise ZeroDivisionError("in close")
Failing("failing")
class Blind(_RawIOBase):
    closed = property(lambda self: 1 / 0)
    def close(self): print("never")
Blind()
kept = Stream("until the exit")
print("end")
