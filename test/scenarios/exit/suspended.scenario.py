# Generators suspended at exit: their finally and with blocks run while modules go.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __enter__(self): return self
    def __exit__(self, kind, *rest): print("exit", self.name, kind.__name__)

def simple(name):
    local = N("local of " + name)
    try:
        yield
    finally:
        print("finally", name)

def nested(name):
    with N("manager of " + name):
        yield from simple("inner of " + name)

def raising():
    try:
        yield
    finally:
        raise ValueError("while the exit closes it")

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

g1 = simple("one"); next(g1)
g2 = nested("two"); next(g2)
g3 = raising(); next(g3)
g4 = stubborn(); next(g4)
g5 = simple("unstarted")
dead = simple("in a cycle"); next(dead); keep = [dead]; keep.append(keep); del dead, keep
print("end")
