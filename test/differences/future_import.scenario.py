# The module `__future__` is refused.
# Cause: it is written in Python, and is to be its own source.
# Workaround: leave the import out, or quote the annotation.
# CPython: 1
# Exit Lens: refused: the module __future__
from __future__ import annotations
print(1)
