# Patching a module's names: who sees it, how it is undone, and the life of what was replaced.
import contextlib
import gc

import library
from library import greet, Client

gc.collect()
gc.disable()


@contextlib.contextmanager
def patched(target, name, value):
    missing = object()
    old = getattr(target, name, missing)
    setattr(target, name, value)
    try:
        yield old
    finally:
        if old is missing:
            delattr(target, name)
        else:
            setattr(target, name, old)


print(greet("a"), library.greet("b"))
with patched(library, "greeting", lambda: "patched"):
    print(greet("c"), library.greet("d"))
with patched(library, "greet", lambda name: f"fake {name}"):
    print("imported name:", greet("e"), "attribute:", library.greet("f"), "inside:", library.welcome("g"))
print(library.welcome("h"))


class FakeClient(Client):
    def __init__(self):
        self.name = "fake"


with patched(library, "Client", FakeClient):
    made = library.make()
    print(type(made).__name__)
print(type(library.make()).__name__)
with patched(library, "extra", Client("temporary")):
    print(library.extra.name)
print(hasattr(library, "extra"))
try:
    with patched(library, "shared", None):
        library.use()
except AttributeError as error:
    print(error)
print(library.use())
old, library.shared = library.shared, Client("replacement")
del old
print("the old one is gone")
with patched(Client, "ping", lambda self: f"patched ping of {self.name}"):
    print(made.ping())
print(made.ping())
del library.Client
try:
    library.make()
except NameError as error:
    print(error)
