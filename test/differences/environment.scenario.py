# There are no environment variables, `sys.path` is empty, and the interpreter is said to be `/usr/bin/python3`.
# Cause: a run has to be the same on every machine.
# Workaround: give a default, as in `os.environ.get("HOME", "/tmp")`.
# CPython: True
# Exit Lens: False
import os
print("PATH" in os.environ)
