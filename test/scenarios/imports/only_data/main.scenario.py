# A module without functions, and one dropped from sys.modules by the program.
import sys
import data

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

data.watched = N("on the module")
keep = data.first
del sys.modules["data"]
print("out of sys.modules")
del data
print("the module is gone")
import data
print(data.first is keep, type(data.first) is type(keep))
data.again = N("on the second module")
