# The module object kept alive by sys: its globals are set to None, underscore names first.
import sys
from os import write

class N:
    def __init__(self, name): self.name = name
    def __del__(self, write=write):
        write(1, f"del {self.name} {zero is None} {_private is None} {other is None}\n".encode())

zero = N("zero")
_private = N("_private")
other = N("other")
__dunder = N("__dunder")
last = N("last")
cycle = N("cycle"); cycle.me = cycle
sys.pin = sys.modules[__name__]
