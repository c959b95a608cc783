# A pair of a reader and a writer, closed in order.
from _io import _RawIOBase, BufferedRWPair, BytesIO
class End(_RawIOBase):
    def __init__(self, name): self.name = name
    def readable(self): return self.name == "reader"
    def writable(self): return self.name == "writer"
    def readinto(self, target):
        target[:2] = b"in"
        return 2
    def write(self, data):
        print(self.name, "gets", bytes(data))
        return len(data)
    def close(self):
        if not self.closed:
            print("close", self.name)
        super().close()
def use():
    pair = BufferedRWPair(End("reader"), End("writer"))
    print(pair.read(3), pair.peek(), pair.write(b"out"), pair.readable(), pair.writable(), pair.closed, pair.isatty())
    pair.flush()
    pair.write(b"last")
    pair.close()
    print(pair.closed)
use()
for arguments in ((End("writer"), End("reader")), (End("reader"), End("reader")), (End("reader"),), (5, 6)):
    try:
        BufferedRWPair(*arguments)
    except (OSError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
