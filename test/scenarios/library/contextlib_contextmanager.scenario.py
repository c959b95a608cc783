# contextmanager: the generator is kept by the manager and finished by __exit__.
import contextlib


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("resource", self.name, "goes")


@contextlib.contextmanager
def opened(name):
    """Opens by name."""
    resource = Resource(name)
    print("enter", name)
    try:
        yield resource
    except ValueError as error:
        print("swallowed", error)
    finally:
        print("exit", name)


with opened("a") as resource:
    print("inside", resource.name)
del resource
print("after a")

with opened("b"):
    raise ValueError("in b")
print("after b")

try:
    with opened("c"):
        raise KeyError("in c")
except KeyError as error:
    print("through:", error)
print(opened.__name__, opened.__doc__, opened.__wrapped__.__name__)


@opened("decorator")
def work(x):
    print("working", x)
    return x * 2


print(work(4), work(5))


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def stubborn():
    try:
        yield
    except Exception:
        yield


for manager in (never, twice):
    try:
        with manager() as value:
            print("value", value)
    except RuntimeError as error:
        print(error)
try:
    with stubborn():
        1 / 0
except RuntimeError as error:
    print(error, "/", type(error.__context__).__name__)

try:
    with opened("stop"):
        raise StopIteration("from the body")
except StopIteration as error:
    print("stop:", error)

abandoned = opened("abandoned")
value = abandoned.__enter__()
del value
print("the generator waits:", abandoned.gen.gi_frame is not None)
