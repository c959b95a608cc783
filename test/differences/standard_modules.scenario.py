# Modules of the standard library that need what the machine does not have are refused: windows, a network, other processes, foreign functions.
# Cause: the machine has a heap, files in memory and a clock, and `scripts/stdlib-modules.mjs` says what was left out for it.
# Workaround: cut the import out of the scenario.
# CPython: 1
# Exit Lens: refused: the module _ctypes
import ctypes
print(ctypes.sizeof(ctypes.c_char))
