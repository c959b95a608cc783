# atexit with methods, partials and stacks of the library.
import atexit
import contextlib
import functools


class Service:
    def __init__(self, name):
        self.name = name

    def close(self, reason="exit"):
        print("close", self.name, reason)

    def __del__(self):
        print("service", self.name, "goes")


a, b, c = Service("a"), Service("b"), Service("c")
atexit.register(a.close)
atexit.register(functools.partial(b.close, reason="partial"))
stack = contextlib.ExitStack()
stack.callback(c.close, "stack")
atexit.register(stack.close)
del a, b, c, stack
print("atexit keeps all three")


@atexit.register
def goodbye():
    print("goodbye")


def later():
    d = Service("d")
    atexit.register(d.close, reason="registered in a callback")


atexit.register(later)
e = Service("e")
atexit.register(e.close)
atexit.unregister(e.close)
print("end")
