# What a finaliser can and cannot do while modules are being finalised.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self):
        try:
            print("del", self.name, helper(), len([1, 2]), isinstance(self, N), sys.getrefcount is not None)
            import gc
            print("imported what was loaded or built in", gc.__name__)
        except ImportError as error:
            print(type(error).__name__, error)
        print("__main__" in sys.modules, sys.path is None, sys.argv)

def helper(): return "helper works"

n = N("global")
cyclic = N("cycle")
cyclic.me = cyclic
dead = N("dead cycle")
dead.me = dead
del dead
print("end")
