# The bytecode of a code object is refused.
# Cause: the engine's instructions are its own.
# Workaround: none; names, constants, flags and line numbers are there.
# CPython: True
# Exit Lens: refused: code.co_code
print(len((lambda: 0).__code__.co_code) > 0)
