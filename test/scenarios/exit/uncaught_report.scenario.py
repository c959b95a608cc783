# The report on the exception that ends the program: what it imports and collects, seen by what runs after it.
import atexit
import gc
import sys
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name, "traceback" in sys.modules)


class Plain:
    pass


@atexit.register
def afterwards():
    loaded = [name in sys.modules for name in ("traceback", "linecache", "tokenize", "re", "textwrap", "contextlib", "warnings")]
    print("afterwards", loaded, gc.get_count()[1] > 0)
    print("kept", type(sys.last_value).__name__, kept() is not None, cycle() is not None)


gc.collect()
Node("garbage of the program")
ring = [Plain(), Plain()]
ring.append(ring)
cycle = weakref.ref(ring[0], lambda ref: print("ring goes"))
del ring


def fail():
    local = Node("local of the failing function")
    raise LookupError("the end")


kept = weakref.ref(fail)
fail()
