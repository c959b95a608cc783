# closing, redirect_stdout, suppress, nullcontext and generator-based managers: what each holds, and for how long.
import contextlib
import gc
import io
import sys
import weakref


class Resource:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)

    def __del__(self):
        print("del", self.name)


manager = contextlib.closing(Resource("closing"))
with manager as r:
    pass
del r
print("the manager still holds it")
del manager


@contextlib.contextmanager
def managed(name):
    resource = Resource(name)
    try:
        yield resource
    finally:
        resource.close()


with managed("generator") as r:
    print("inside", r.name)
print("the name still holds it")
del r
never = managed("never entered")
del never
print("nothing was made")
entered = managed("entered only")
entered.__enter__()
del entered
print("a dropped generator is closed")
try:
    with managed("failing"):
        raise KeyError("body")
except KeyError as error:
    print("through", error, error.__traceback__.tb_lineno > 0)
once = managed("once")
with once:
    pass
try:
    with once:
        pass
except (AttributeError, RuntimeError) as error:
    print(type(error).__name__)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)


@contextlib.contextmanager
def silent():
    try:
        yield Resource("silent")
    except ValueError as error:
        print("swallowed", error)


with silent() as r:
    raise ValueError("here")
del r
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("hidden")
    Resource("in redirection")
print(repr(buffer.getvalue()))
redirect = contextlib.redirect_stdout(buffer)
with redirect, redirect:
    print("nested")
print(sys.stdout is sys.__stdout__, buffer.getvalue().splitlines()[-1])
with contextlib.suppress(LookupError) as nothing:
    held = Resource("suppressed")
    raise IndexError
print(nothing, held.name)
del held


class Both(contextlib.ContextDecorator, contextlib.AbstractContextManager):
    def __init__(self, name):
        self.name = name

    def __exit__(self, *details):
        print("leave", self.name)

    def __del__(self):
        print("both", self.name, "goes")


@Both("decorator")
def decorated():
    return "result"


print(decorated(), decorated())
ref = weakref.ref(decorated.__closure__[0].cell_contents if decorated.__closure__ else decorated)
del decorated
gc.collect()


@contextlib.contextmanager
def decorating(name):
    print("before", name)
    yield
    print("after", name)


@decorating("each call")
def twice_called():
    print("called")


twice_called()
twice_called()
left = managed("left open")
left.__enter__()
