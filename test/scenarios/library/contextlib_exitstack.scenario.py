# ExitStack unwinds in reverse, replaces exceptions, and lets go of what it holds.
import contextlib


class Guard:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)
        if self.fail:
            raise self.fail(self.name)
        return self.swallow

    def close(self):
        print("close", self.name)

    def __del__(self):
        print("gone", self.name)


with contextlib.ExitStack() as stack:
    for name in "abc":
        stack.enter_context(Guard(name))
    stack.callback(print, "callback", end="!\n")
    print("inside")
print("-- swallow")
with contextlib.ExitStack() as stack:
    stack.enter_context(Guard("outer", swallow=True))
    stack.enter_context(Guard("inner"))
    raise ValueError("lost")
print("-- replaced")
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(Guard("first"))
        stack.enter_context(Guard("failing", fail=RuntimeError))
        raise ValueError("original")
except RuntimeError as error:
    print(repr(error), "while", repr(error.__context__))
    error.__traceback__ = None
    error.__context__.__traceback__ = None
print("-- pop_all")
with contextlib.ExitStack() as stack:
    stack.enter_context(Guard("moved"))
    later = stack.pop_all()
print("nothing closed yet")
later.close()
print("-- push")


@later.push
def handler(kind, value, traceback):
    print("handler", kind)
    return True


guard = Guard("pushed")
later.push(guard)
later.callback(guard.close)
del guard
later.close()
print("-- enter fails")


class Broken:
    def __enter__(self):
        raise OSError("cannot")

    def __exit__(self, *details):
        print("never")


try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(Guard("before"))
        stack.enter_context(Broken())
except OSError as error:
    print("caught", error)
try:
    contextlib.ExitStack().enter_context(3)
except TypeError as error:
    print(error)
stack = contextlib.ExitStack()
stack.enter_context(Guard("forgotten"))
print("an open stack at the end closes nothing")
