# Recursion: a tree walk, mutual recursion, and the limit with its message.
import sys

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def even(n):
    return True if n == 0 else odd(n - 1)

def odd(n):
    return False if n == 0 else even(n - 1)

def depth(tree):
    return 1 + max((depth(child) for child in tree), default=0)

print(fib(15), even(101), depth([[[], [[]]], []]))

reached = 0

def endless():
    global reached
    reached += 1
    endless()

sys.setrecursionlimit(200)
try:
    endless()
except RecursionError as error:
    print(type(error).__name__, error, reached)
print(issubclass(RecursionError, RuntimeError), sys.getrecursionlimit())

class Loop:
    def __del__(self):
        print("loop freed")

def deep(n, loop):
    if n == 0:
        raise ValueError("bottom")
    deep(n - 1, loop)

try:
    deep(50, Loop())
except ValueError as error:
    frames = 0
    tb = error.__traceback__
    while tb:
        frames += 1
        tb = tb.tb_next
    print(frames, "frames")
    del tb
print("after")
sys.setrecursionlimit(1000)
