# There is no standard input to read.
# Cause: nobody is there to answer while a program is analysed.
# Workaround: put the answer into the text.
# CPython: EOFError
# Exit Lens: refused: builtins.input
try:
    input()
except EOFError:
    print("EOFError")
