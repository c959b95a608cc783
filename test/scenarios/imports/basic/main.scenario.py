# A module beside the file: imported once, its globals its own, its objects freed with it.
import shapes
import shapes as again
from shapes import make, Shape as S, count
import sys

print(shapes is again, sys.modules["shapes"] is shapes, shapes.__name__, shapes.__doc__, make is shapes.make)
s = make("made here")
print(count, shapes.count, isinstance(s, S), type(s).__module__, S.__qualname__)
shapes.count = 10
make("temporary")
print(shapes.count, [name for name in dir(shapes) if not name.startswith("__")])
shapes.added = S("added from outside")
try:
    from shapes import missing
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    shapes.missing
except AttributeError as error:
    print(error)
try:
    import nowhere_to_be_found
except ModuleNotFoundError as error:
    print(error, error.name)
def local_import():
    import shapes as local
    from shapes import default
    return local is shapes, default.name
print(local_import(), __name__, "shapes" in globals())
if __name__ == "__main__":
    print("run as the main program")
