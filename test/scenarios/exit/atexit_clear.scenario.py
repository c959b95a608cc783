# atexit._clear and _run_exitfuncs, and what the registry keeps alive.
import atexit

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def method(self): print("method", self.name)

atexit.register(N("bound").method)
atexit.register(print, "run now", N("argument").name)
atexit._run_exitfuncs()
print("ran")
atexit.register(N("cleared").method)
atexit._clear()
print("cleared")
n = N("kept by a callback")
atexit.register(n.method)
del n
print("end")
