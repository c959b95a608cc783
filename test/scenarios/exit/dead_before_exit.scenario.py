# Every way an object can be gone before the exit begins, and the stage it is freed in.
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

a = N("deleted"); del a
b = N("rebound"); b = None
N("never bound")
[N("in a discarded list")]
def f(p=None):
    local = N("local")
    return None
f(N("argument"))
c = N("collected"); c.me = c; del c
gc.collect()
d = N("garbage at exit"); d.me = d; del d
e = N("kept")
try:
    raise ValueError(N("in an exception"))
except ValueError:
    pass
for g in [N("loop 1"), N("loop 2")]:
    pass
def generator():
    n = N("in a generator")
    yield
h = generator()
next(h)
del h
i = generator()
next(i)
print("end")
