# `exec`, `eval` and `compile` take no bytes.
# Cause: source files in other encodings than UTF-8 are not modelled.
# Workaround: decode them.
# CPython: 1
# Exit Lens: refused: exec() of bytes
exec(b"print(1)")
