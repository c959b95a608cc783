# Files cannot be opened.
# Cause: a run touches nothing of the machine it runs on.
# Workaround: hand over text; print results.
# CPython: opened
# Exit Lens: refused: builtins.open
import os
with open(os.devnull) as file:
    print("opened")
