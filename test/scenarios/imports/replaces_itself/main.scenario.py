# A module that puts something else in its place: what `import` then gives, and when its own namespace dies.
import gc
import sys

import facade
import counter

print(type(facade).__name__, facade.size, facade("called"))
from facade import size
print(size, facade is sys.modules["facade"])
counter.hits = counter.hits[0] + 1
print(counter.hits, counter.hits, type(counter).__name__, counter.__class__.__mro__[1].__name__)
try:
    counter.hits = "x"
except TypeError as error:
    print(error)
import number
print(number + 1)
gc.collect()
try:
    import gone
except KeyError as error:
    print("KeyError", error)
except ImportError as error:
    print("ImportError", error)
print("facade" in sys.modules, "gone" in sys.modules)
del sys.modules["facade"]
del facade
print("end")
