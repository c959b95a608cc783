# A folder without __init__ is a namespace package; its path, its modules, and an object in one of them.
import importlib.util
import sys

import space.one
from space import two

print(space.__spec__.origin, space.__spec__.loader is not None, getattr(space, "__file__", "no file"), type(space.__path__).__name__)
print([part.rsplit("/", 1)[-1] for part in space.__path__], len(space.__path__), space.one.name, two.name)
print(str(space).split(" (")[0], space.__package__, space.one.__package__)
print(importlib.util.find_spec("space.deep.three").name, "space.deep" in sys.modules, "space.deep.three" in sys.modules)
import space.deep.three
print(space.deep.three.name, [part.rsplit("/", 2)[-2:] for part in space.deep.__path__])
try:
    import space.four
except ModuleNotFoundError as error:
    print(error)
try:
    from space import four
except ImportError as error:
    print(str(error).split(" (")[0])
