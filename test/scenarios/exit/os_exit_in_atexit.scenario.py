# os._exit in a callback ends the exit half way.
import atexit
import os
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

early = N("freed by the program")
del early
n = N("global")
atexit.register(print, "never: registered first")

@atexit.register
def leave():
    print("leaving")
    sys.stdout.flush()
    os._exit(9)
