# Circles within a package: what is not there yet, imports in functions, and objects that hold each other across modules.
import gc

gc.collect()
gc.disable()
try:
    import tangle.eager
except ImportError as error:
    print(str(error).split(" (most")[0], error.name)
import sys

print(sorted(m for m in sys.modules if m.startswith("tangle")))
from tangle import parent

print(parent.make(), parent.child_type())
node = parent.Parent("main")
node.add()
del node
print("a parent and its child are a cycle", gc.collect() > 0)
import tangle.attribute_one

print(tangle.attribute_one.other.value, tangle.attribute_two.first.value)
