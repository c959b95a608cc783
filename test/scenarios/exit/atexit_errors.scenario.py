# Errors in callbacks are reported and the others still run.
import atexit
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def fail(error, held):
    local = N("local of " + held.name)
    raise error

def chain():
    try:
        {}["k"]
    except KeyError:
        raise ValueError("chained")

class Callable:
    def __call__(self): raise LookupError("from an object")

atexit.register(print, "last")
atexit.register(fail, ValueError("plain"), N("held"))
atexit.register(sys.exit, 9)
atexit.register(chain)
atexit.register(Callable())
atexit.register(fail)
print("end")
