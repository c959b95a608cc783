# closing, suppress, nullcontext, redirect_stdout, ContextDecorator, AbstractContextManager, chdir-free.
import contextlib
import io
import sys


class Stream:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)

    def __del__(self):
        print("del", self.name)


with contextlib.closing(Stream("s1")) as stream:
    print("using", stream.name)
del stream
try:
    with contextlib.closing(Stream("s2")):
        raise LookupError("x")
except LookupError:
    print("still closed")

with contextlib.suppress(KeyError, ZeroDivisionError):
    {}["missing"]
    print("not reached")
with contextlib.suppress():
    print("nothing to suppress")
try:
    with contextlib.suppress(KeyError):
        [][0]
except IndexError as error:
    print("through:", error)
suppress = contextlib.suppress(ValueError)
with suppress:
    with suppress:
        int("x")
    print("between")
    int("y")

with contextlib.nullcontext(Stream("null")) as stream:
    print(stream.name)
print(contextlib.nullcontext().__enter__())
del stream

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
    with contextlib.redirect_stdout(sys.stderr):
        pass
    print("captured too")
print(repr(out.getvalue()))
with contextlib.redirect_stderr(out) as target:
    print("to stderr", file=sys.stderr)
print(target is out, out.getvalue().splitlines()[-1])


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *details):
        print("stop", details[0])
        return False


@Timer()
def timed():
    """Doc of timed."""
    return "result"


print(timed(), timed.__doc__)


class Managed(contextlib.AbstractContextManager):
    def __exit__(self, *details):
        return None


with Managed() as managed:
    print(type(managed).__name__)
print(issubclass(Stream, contextlib.AbstractContextManager), issubclass(Managed, contextlib.AbstractContextManager))


class Ducked:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None


print(isinstance(Ducked(), contextlib.AbstractContextManager))
try:
    contextlib.AbstractContextManager()
except TypeError as error:
    print(str(error)[:60])
last = contextlib.closing(Stream("last"))
