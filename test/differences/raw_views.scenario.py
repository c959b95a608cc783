# A raw stream written in Python is handed `bytes` to write and a `bytearray` to fill.
# Cause: there is no `memoryview` to hand it.
# Workaround: take what is handed for bytes, as `bytes(data)` does.
# CPython: memoryview
# Exit Lens: bytes
from _io import _RawIOBase, BufferedWriter
class Raw(_RawIOBase):
    def writable(self): return True
    def write(self, data):
        print(type(data).__name__)
        return len(data)
BufferedWriter(Raw()).write(b"x")
