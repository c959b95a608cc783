# Descriptors and bound methods are pickled as what finds them again, and built-in types show their memory.
import sys


class Slots:
    __slots__ = ("x",)

    def method(self):
        return "called"


one = Slots()
for thing in [str.upper, Slots.x, int.__add__, (1).__add__, "a".upper, one.method]:
    try:
        function, arguments = thing.__reduce__()
    except (TypeError, AttributeError) as error:
        print(type(thing).__name__, type(error).__name__)
        continue
    print(type(thing).__name__, function.__name__, arguments[1], function(*arguments) == thing)
print((1).__add__.__qualname__, (1).__add__.__self__, str.upper.__qualname__)
for name in ["__module__", "__repr__", "__hash__", "__sizeof__"]:
    print(name, [kind.__name__ for kind in (bytes, tuple, ImportError, BaseExceptionGroup, ExceptionGroup, type(None), type(iter([]))) if name in vars(kind)])


def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


if sys.version_info >= (3, 12):
    for memory in [b"abc", bytearray(b"abc"), memoryview(b"abc")]:
        attempt("read", lambda: memory.__buffer__(0).tobytes())
        attempt("write", lambda: memory.__buffer__(1).tobytes())
        attempt("keyword", lambda: memory.__buffer__(flags=0))
        attempt("text", lambda: memory.__buffer__("a"))
        attempt("large", lambda: memory.__buffer__(2**40))
    memory = bytearray(b"abc")
    view = memory.__buffer__(0)
    attempt("held", lambda: memory.append(1))
    attempt("released", lambda: memory.__release_buffer__(view))
    attempt("free", lambda: memory.append(1))
    attempt("no view", lambda: memory.__release_buffer__(5))
attempt("large half", lambda: memoryview(bytearray(8)).cast("d").__setitem__(0, 2**2000))
