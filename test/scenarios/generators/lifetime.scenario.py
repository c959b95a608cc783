# What a suspended, an unstarted, an exhausted and a cyclic generator keep, and when they let go.
import gc

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def hold(argument):
    local = N("local")
    try:
        yield 1
        yield 2
    finally:
        print("finally with", argument.name, local.name)

g = hold(N("suspended"))
next(g)
g = None
print("--- unstarted")
g = hold(N("unstarted"))
del g
print("--- exhausted")
g = hold(N("exhausted"))
print(list(g))
print("--- closed")
g = hold(N("closed"))
next(g)
g.close()
print("closed and kept")
print("--- cyclic")
def cyclic():
    me = yield
    try:
        yield N("in cycle").name
    finally:
        print("cycle closed")
gc.collect()
c = cyclic(); next(c); c.send(c)
del c
print("dropped")
print(gc.collect())
print("--- error in the clean-up")
def failing():
    try:
        yield 1
    finally:
        raise ValueError("while closing")
f = failing(); next(f)
del f
print("--- left for the exit")
last = hold(N("at exit"))
next(last)
