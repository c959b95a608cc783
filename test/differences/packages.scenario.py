# Packages are refused: relative imports and folders with an `__init__.py`.
# Cause: modules are looked for beside the file only.
# Workaround: put modules beside the scenario.
# CPython: ImportError
# Exit Lens: refused: packages
__package__ = "here"
try:
    from . import there
except ImportError:
    print("ImportError")
