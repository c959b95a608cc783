# The docstrings of built-in functions and types are refused.
# Cause: they are prose, which takes room and decides no fate.
# Workaround: none; docstrings of the program's own functions and classes are there.
# CPython: Return the number of items in a container.
# Exit Lens: refused: the documentation of len
print(len.__doc__)
