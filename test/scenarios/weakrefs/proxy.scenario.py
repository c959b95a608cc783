# weakref.proxy: forwarding, dead proxies, truth, comparison.
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def method(self, x=1): return (self.name, x)
    def __len__(self): return 3
    def __getitem__(self, k): return k
    def __add__(self, o): return "added"
    def __call__(self): return "called"
    def __str__(self): return "str of N"
    def __bool__(self): return False
    def __contains__(self, x): return x == 1
    def __iter__(self): return iter([1, 2])
    def __eq__(self, o): return o == "equal"

class Plain:
    pass

n = N("n")
p = weakref.proxy(n, lambda r: print("proxy callback"))
print(
    p.name, p.method(2), len(p), p["k"], p + 1, p(), str(p), bool(p), 1 in p, list(p), p == "equal",
    type(p).__name__, isinstance(p, N), p.__class__ is N
)
p.name = "changed"
p.new = 5
print(n.name, n.new, hasattr(p, "missing"))
del p.new
print(hasattr(n, "new"), weakref.proxy(n) is weakref.proxy(n), weakref.proxy(Plain).__class__ is type)
try:
    hash(p)
except TypeError as error:
    print(error)
del n
for action in (
    lambda: p.name, lambda: p(), lambda: len(p), lambda: str(p), lambda: p + 1, lambda: setattr(p, "x", 1),
    lambda: bool(p)
):
    try:
        print(action())
    except ReferenceError as error:
        print(type(error).__name__, error)
q = Plain()
w = weakref.proxy(q)
print(type(w).__name__, str(w)[:16], bool(w))
try:
    w()
except TypeError as error:
    print(error)
