# ExitStack owns what is entered: moved by pop_all, lost when the stack is dropped, unwound in reverse order.
import contextlib
import gc


class Resource:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None)

    def close(self):
        print("close", self.name)

    def __del__(self):
        print("del", self.name)


def acquire(*names):
    with contextlib.ExitStack() as stack:
        for name in names:
            if name == "bad":
                raise LookupError(name)
            stack.enter_context(Resource(name))
        return stack.pop_all()


owned = acquire("a", "b")
print("moved out")
owned.close()
print("closed")
try:
    acquire("c", "d", "bad")
except LookupError as error:
    print("unwound before", error)
error = None


class Owner:
    def __init__(self):
        self.stack = contextlib.ExitStack()
        self.first = self.stack.enter_context(Resource("first"))
        self.stack.callback(print, "callback with", "arguments", sep=" ")
        self.stack.push(self.leaving)

    def leaving(self, *details):
        print("leaving", details[0])
        return True

    def close(self):
        self.stack.close()

    def __del__(self):
        print("owner goes")


owner = Owner()
owner.close()
del owner
print("a closed stack holds nothing")
owner = Owner()
del owner
print("bound method on the stack makes a cycle")
gc.collect()
print("the collector took it, and nobody exited")
dropped = contextlib.ExitStack()
dropped.enter_context(contextlib.closing(Resource("dropped")))
del dropped
print("a dropped stack exits nothing")
with contextlib.ExitStack() as outer:
    inner = outer.enter_context(contextlib.ExitStack())
    inner.callback(print, "inner callback")
    outer.callback(print, "outer callback")
    inner.enter_context(contextlib.suppress(ZeroDivisionError))
    1 / 0
print("suppressed by the inner one")


def fail(text):
    raise RuntimeError(text)


try:
    with contextlib.ExitStack() as stack:
        stack.callback(fail, "first registered")
        stack.callback(fail, "second registered")
        raise ValueError("body")
except RuntimeError as error:
    chain = error
    while chain:
        print(repr(chain))
        chain = chain.__context__
left = contextlib.ExitStack()
left.enter_context(Resource("left at exit"))
