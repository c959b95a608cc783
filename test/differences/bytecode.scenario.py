# A code object does not show its bytecode.
# Cause: the engine's instructions are its own.
# Workaround: none; names, constants, flags and line numbers are there.
# CPython: True
# Exit Lens: False
print(hasattr((lambda: 0).__code__, "co_code"))
