"""Imports that nobody wrote: `warnings` to show a warning, where Python shows it, and the package of a module that is not there."""
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
for name in 'sys.x', 'math.x.y', 'os.path.x', 'json.missing':
    try:
        __import__(name)
    except ImportError as error:
        print(error)
