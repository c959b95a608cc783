# Objects parked on sys: the attributes the exit resets early, and all others.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self):
        write(1, b"del " + self.name.encode() + b"\n")

from os import write
sys.ps1 = N("ps1")
sys.last_value = N("last_value")
sys.argv = [N("in argv")]
sys.path.append(N("in path"))
sys.mine = N("mine")
sys._mine = N("_mine")
sys.excepthook = N("excepthook")
sys.modules["fake"] = N("in sys.modules")
sys.meta_path.append(N("in meta_path"))
n = N("global")
print("end")
