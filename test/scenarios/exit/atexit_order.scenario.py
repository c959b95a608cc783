# Callbacks: last in first out, arguments, unregister, one registered twice, one registered meanwhile.
import atexit

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def show(*args, **kwargs):
    print("show", [getattr(a, "name", a) for a in args], kwargs)

def nested():
    print("nested")
    atexit.register(show, "registered while they run")

atexit.register(show, N("first"), 1)
atexit.register(show, "twice")
atexit.register(show, "twice", key=N("keyword"))
atexit.register(nested)
returned = atexit.register(show, "returned")
removed = lambda: print("never")
atexit.register(removed)
atexit.unregister(removed)
atexit.unregister(print)
print(returned is show, atexit._ncallbacks() if hasattr(atexit, "_ncallbacks") else 5)
for bad in (5, None):
    try:
        atexit.register(bad)
    except TypeError as error:
        print(error)
try:
    atexit.register()
except TypeError as error:
    print(error)
print("end")
