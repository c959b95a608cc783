# `sys.stdout.buffer` is refused.
# Cause: standard output is a text stream with no layers below.
# Workaround: write text, or `os.write(1, data)`.
# CPython: x
# Exit Lens: refused: sys.stdout.buffer
import sys
sys.stdout.buffer.write(b"x\n")
