# Importing works in callbacks and in the final collection; in finalisers of the later stages it does not.
import atexit
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self):
        try:
            import lazy
            print(self.name, lazy.value)
        except ImportError as error:
            print(self.name, type(error).__name__, error)

gc.disable()                      # or the collector may run while the module is half imported

def callback():
    n = N("in a callback")
    del n
    gc.enable()

n = N("global")
early = N("garbage"); early.me = early; del early
atexit.register(callback)
