# Of `weakref`, only `ref`, `proxy` and the functions that count them are there; `finalize`, `WeakSet`, `WeakValueDictionary` and the others are refused.
# Cause: they are written in Python, and are to be its own sources.
# Workaround: `weakref.ref` with a callback, and `atexit`.
# CPython: bye
# Exit Lens: refused: weakref.finalize
import weakref
class Thing:
    pass
thing = Thing()
weakref.finalize(thing, print, "bye")
