# The decoder that text streams read line ends with.
from _io import IncrementalNewlineDecoder
for translate in (True, False):
    decoder = IncrementalNewlineDecoder(None, translate)
    print([decoder.decode("a\r"), decoder.decode("\nb\r"), decoder.decode("c\n", True), decoder.newlines, decoder.getstate()])
    print([decoder.decode("x\r"), decoder.getstate(), decoder.reset(), decoder.newlines, decoder.decode("\n")])
    decoder.setstate((b"", 1))
    print([decoder.decode("y", final=True)])
class Inner:
    def decode(self, data, final):
        print("decode", data, final)
        return data.decode()
    def getstate(self): return b"state", 3
    def setstate(self, state): print("setstate", state)
    def reset(self): print("reset")
    def __del__(self): print("inner dies")
decoder = IncrementalNewlineDecoder(Inner(), 1, "strict")
print([decoder.decode(b"a\r\nb\r"), decoder.getstate(), decoder.setstate((b"x", 6)), decoder.reset()])
del decoder
for use in (lambda: IncrementalNewlineDecoder(), lambda: IncrementalNewlineDecoder(None), lambda: IncrementalNewlineDecoder(None, True).decode(5), lambda: IncrementalNewlineDecoder(None, 1).setstate(5)):
    try:
        use()
    except TypeError as error:
        print(error)
