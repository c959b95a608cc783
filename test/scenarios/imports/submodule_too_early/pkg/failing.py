import pkg
try:
    pkg.failing
except AttributeError as error:
    print(error, error.name)
from pkg import failing
print(failing.__name__, hasattr(pkg, "failing"), pkg.__spec__._uninitialized_submodules)
import pkg.failing as again
print(again is failing)
raise ValueError("on purpose")
