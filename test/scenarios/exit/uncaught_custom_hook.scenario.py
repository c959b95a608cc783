# sys.excepthook replaced; an error inside the hook; the default hook called by it.
import sys

class N:
    def __del__(self): print("freed")

def hook(kind, value, traceback):
    n = N()
    print("hook", kind.__name__, value, traceback.tb_lineno)
    sys.__excepthook__(kind, value, None)
    raise RuntimeError("in the hook")

sys.excepthook = hook
raise ValueError("uncaught")
