# Objects parked in builtins are dropped when builtins are restored.
import builtins

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

builtins.mine = N("mine")
builtins._mine = N("_mine")
builtins.len = lambda x, held=N("default of a replaced len"): 99
builtins._ = N("underscore")
print(mine.name, len([]), _.name)
g = N("global")
