# __import__, a module's own __getattr__ and __dir__, module attributes.
tool = __import__("tool")
print(tool.static, tool.dynamic, dir(tool), hasattr(tool, "other"))
try:
    tool.nothing
except AttributeError as error:
    print(error)
from tool import dyn_from
print(dyn_from)
try:
    from tool import nope
except ImportError as error:
    print(str(error).split(" (")[0])
tool.static = 2
del tool.static
try:
    tool.static
except AttributeError as error:
    print(error)
print(
    repr(tool).split(" from ")[0], type(tool).__name__, __file__.split("/")[-1], __builtins__.__name__, __spec__,
    __loader__ is not None
)
try:
    del tool.static
except AttributeError as error:
    print(error)
