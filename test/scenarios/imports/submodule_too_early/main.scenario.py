# A package's submodule that is asked for while it is being imported, and after its import has failed.
import pkg

try:
    import pkg.failing
except ValueError as error:
    print("failed", error)
try:
    pkg.failing
except AttributeError as error:
    print(error, error.name, error.obj is pkg)
import pkg.fine
print(pkg.fine.value, pkg.__spec__._uninitialized_submodules)
