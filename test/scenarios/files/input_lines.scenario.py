# input from an empty standard input, and from what replaces it.
import sys
from _io import StringIO
for prompt in ((), ("prompt> ",), (5,)):
    try:
        print(input(*prompt))
    except EOFError as error:
        print("EOFError", error)
sys.stdin = StringIO("one\ntwo\r\nthree")
print([input(), input("? "), input()])
try:
    input()
except EOFError as error:
    print(error)
class Lines:
    def __init__(self, *lines): self.lines = list(lines)
    def readline(self): return self.lines.pop(0)
sys.stdin = Lines("a\n", b"bytes\n", "no end", 5, "")
for _ in range(5):
    try:
        print(repr(input()))
    except (EOFError, TypeError) as error:
        print(type(error).__name__, error)
sys.stdin = None
try:
    input()
except RuntimeError as error:
    print(error)
sys.stdin = sys.__stdin__
print([sys.stdin.read(), sys.stdin.readline(), [*sys.stdin], sys.stdin.buffer.read(5)])
sys.stdin.close()
try:
    input()
except ValueError as error:
    print(error)
