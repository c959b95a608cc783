# A BytesIO holds the bytes it was made of until it is written to, and getvalue shares what it made.
import sys, gc
from _io import BytesIO
data = bytes(range(100))
before = sys.getrefcount(data)
stream = BytesIO(data)
print(sys.getrefcount(data) - before, stream.getvalue() is data, stream.read() is data)
stream.write(b"more")
print(sys.getrefcount(data) - before, stream.getvalue() is stream.getvalue(), len(stream.getvalue()))
kept = stream.getvalue()
stream.write(b"!")
print(len(kept), len(stream.getvalue()))
again = BytesIO(data)
again.close()
print(sys.getrefcount(data) - before)
class Holder(BytesIO):
    def __del__(self):
        print("del", self.closed, self.getvalue())
Holder(b"gone")
ring = Holder(b"ring")
ring.me = ring
del ring
print(gc.collect() > 0)
