# A decorator keeps the function it wraps in __wrapped__ and in its closure: both die with the name.
import functools
import weakref


class Log:
    def __init__(self, name):
        self.name = name
        self.calls = []

    def __del__(self):
        print("log", self.name, "of", len(self.calls), "calls goes")


def logged(log):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            """The wrapper's own text."""
            log.calls.append(function.__name__)
            return function(*args, **kwargs)
        return wrapper
    return decorate


@logged(Log("first"))
def area(width, height=2):
    """Width times height."""
    return width * height


area.unit = "m2"
print(area(3), area(3, height=4))
print(area.__name__, area.__qualname__, area.__module__, area.__doc__)
print(area.__wrapped__.__name__, area.__wrapped__ is not area, hasattr(area.__wrapped__, "unit"))
print(sorted(area.__dict__))
print(functools.WRAPPER_ASSIGNMENTS[:3], functools.WRAPPER_UPDATES)

inner = weakref.ref(area.__wrapped__)
print(inner() is area.__wrapped__)
del area
print("dead:", inner() is None)


class Callable:
    """A callable object has no __name__, and wraps copes."""

    def __call__(self, x):
        return x + 1


def plain(x):
    return None


print(functools.update_wrapper(plain, Callable()) is plain, plain.__name__, plain.__doc__)
print(type(plain.__wrapped__).__name__)


@logged(Log("second"))
@logged(Log("third"))
def twice():
    return "both"


print(twice(), twice.__wrapped__.__wrapped__())
print(twice.__closure__[1].cell_contents.name)
