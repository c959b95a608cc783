# sys.exit without an argument from deep inside: status 0.
import sys

class Guard:
    def __enter__(self): return self
    def __exit__(self, *info): print("exit", info[0].__name__, info[1].code)

def deep(n):
    with Guard():
        if n == 0:
            sys.exit()
        deep(n - 1)

deep(2)
