# A request for too much memory ends the run with a result, and is no MemoryError.
# Cause: the budget is the analysis's own; how much memory the program would find is not known.
# Workaround: ask for less.
# CPython: MemoryError
# Exit Lens: stopped: its budget is spent
try:
    x = [0] * 10**12
except MemoryError:
    print("MemoryError")
