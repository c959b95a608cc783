# An object that survives on sys still needs its globals: they are None by then, sys.stdout too.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, helper)

def helper(): pass

me = sys.modules["__main__"]
a = N("a")
sys.kept = N("kept by sys")
sys._kept = N("kept by sys, underscore")
