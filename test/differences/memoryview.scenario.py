# `memoryview` is refused.
# Cause: the buffer protocol is not modelled yet.
# Workaround: index and slice the bytes or bytearray itself.
# CPython: 98
# Exit Lens: refused: builtins.memoryview
print(memoryview(b"abc")[1])
