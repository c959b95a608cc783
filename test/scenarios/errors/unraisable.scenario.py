"""How errors are reported that nobody can catch: in finalisers, callbacks and closing generators."""
import gc
import sys
import weakref

gc.disable()


class Fails(Exception):
    def __str__(self):
        raise RuntimeError


class Elsewhere(Exception):
    __module__ = "some.where"


def from_cause():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("with a cause") from error


def noted():
    error = KeyError("key")
    error.add_note("a note")
    raise error


def group():
    raise ExceptionGroup("group", [ValueError(1)])


def empty():
    raise ValueError


def fails():
    raise Fails


def elsewhere():
    raise Elsewhere("text")


def leaves():
    raise SystemExit(3)


def undefined():
    return undefind


def deep(n=6):
    if n:
        deep(n - 1)
    [][
        n
    ]


class Finalised:
    def __init__(self, action):
        self.action = action

    def __del__(self):
        self.action()


for action in from_cause, noted, group, empty, fails, elsewhere, leaves, undefined, deep:
    print(action.__name__, file=sys.stderr)
    Finalised(action)


class Target:
    pass


def callback(reference):
    raise IndexError("in callback")


target = Target()
reference = weakref.ref(target, callback)
del target


def generator():
    try:
        yield
    finally:
        raise OSError("while closing")


running = generator()
next(running)
del running


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


running = stubborn()
next(running)
del running


class BadRepr:
    def __repr__(self):
        raise RuntimeError

    def __call__(self):
        raise KeyError("bad repr")


class Odd:
    pass


Odd.__del__ = BadRepr()
Odd()
print("the program went on")
