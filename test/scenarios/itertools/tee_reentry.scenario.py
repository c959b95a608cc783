# A source that asks the tee that reads it.
from itertools import tee

def source():
    yield 1
    try:
        print("inner", next(second))
    except RuntimeError as e:
        print("RuntimeError", e)
    yield 2

first, second = tee(source())
print(next(first))
next(second)
try:
    print(next(first))
except (RuntimeError, ValueError) as e:
    print(type(e).__name__, e)
print(list(first), list(second))
