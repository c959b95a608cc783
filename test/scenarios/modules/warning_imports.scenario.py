"""A warning that is shown imports `warnings` where the interpreter lets Python show it, and stays quiet where it does not."""
import sys

before = set(sys.modules)
value = True
~value
print(sorted(name for name in ('warnings', 'linecache', 'tokenize', 're') if name in sys.modules and name not in before))
print(memoryview(b'abcd').hex('-', 2), memoryview(b'ab').tobytes(order='F'))
try:
    float(bytearray(b'b'))
except ValueError as error:
    print(error)
