# The last digit of a power of floats is the nearest one, which CPython's is not always.
# Cause: CPython asks the C library, whose `pow` is wrong in the last digit for about one in a thousand.
# Workaround: compare floats with a tolerance.
# CPython: 46281.54652135888
# Exit Lens: 46281.54652135889
print(5.059557929635048 ** 6.625940287485719)
