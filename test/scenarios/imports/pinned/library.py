import sys

class Resource:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, log)

log = "log"
registry = [Resource("registered")]
_cache = {"k": Resource("cached")}

def hook(*info): return registry

sys.my_hook = hook
