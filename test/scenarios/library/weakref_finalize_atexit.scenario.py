# weakref.finalize with and without atexit, detach, peek, and a finalizer that keeps its own object alive.
import atexit
import weakref


class File:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("file", self.name, "goes")


def close(what, *, mode="normal"):
    print("closing", what, mode)


a, b, c, d = (File(name) for name in "abcd")
fa = weakref.finalize(a, close, "a")
fb = weakref.finalize(b, close, "b", mode="quiet")
fc = weakref.finalize(c, close, "c")
fd = weakref.finalize(d, close, "d")
fb.atexit = False
print(fa.alive, fa.atexit, fb.atexit, fb.peek()[1:] == (close, ("b",), {"mode": "quiet"}))
del a
print(fa.alive, fa(), fa.peek(), fa.detach())
print(fc() is None, fc.alive, "called by hand, once:", fc())
print(fd.detach()[2], fd.alive)
del c, d
print("nothing was left to call for c and d")


class Owner:
    def __init__(self, name):
        self.name = name
        self.finalizer = weakref.finalize(self, self.cleanup)

    def cleanup(self):
        print("cleanup of", self.name)

    def __del__(self):
        print("owner", self.name, "goes")


owner = Owner("own")
ref = weakref.ref(owner)
del owner
print("its bound method keeps it:", ref() is not None)


class Careful:
    def __init__(self, name):
        self._finalizer = weakref.finalize(self, close, f"handle of {name}")

    def close(self):
        self._finalizer()

    @property
    def closed(self):
        return not self._finalizer.alive


careful = Careful("careful")
careful.close()
print(careful.closed)
second = Careful("second")


def failing():
    raise RuntimeError("in a finalizer")


e = File("e")
weakref.finalize(e, failing)
del e
f = File("f")
weakref.finalize(f, failing)
g = File("g")
weakref.finalize(g, close, "g, the last made")
atexit.register(print, "atexit callback registered after")
print("end")
