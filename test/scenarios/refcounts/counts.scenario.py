# sys.getrefcount against a baseline: names, containers, attributes, arguments, closures, bound methods.
import sys

class N: pass

def count(o):
    return sys.getrefcount(o)

n = N()
base = sys.getrefcount(n)
def show(text):
    print(text, sys.getrefcount(n) - base)

show("alone")
m = n; show("second name")
l = [n, n]; show("twice in a list")
d = {"k": n, n: 1}; show("value and key")
t = (n,) * 3; show("three times in a tuple")
s = {n}; show("in a set")
a = N(); a.attribute = n; show("attribute")
f = lambda x=n: n; show("default of a function")
del m, l, d; show("list and dict gone")
t = s = None; show("tuple and set gone")
a.attribute = None; show("attribute reset")
f = None; show("function gone")
def enclosing(v):
    def inner(): return v
    return inner
c = enclosing(n); show("cell")
c = None
def gen(v):
    yield v
g = gen(n); show("unstarted generator")
next(g); show("started generator")
g = None; show("generator gone")
class C:
    held = n
show("class attribute")
del C.held; show("class attribute gone")
b = [x for x in [n]]; show("comprehension")
b.clear()
it = iter([n]); show("iterator over a list")
next(it); next(it, None); show("exhausted")
z = zip([n], [n]); show("zip"); z = None
e = ValueError(n); show("exception"); e = None
n.me = n; show("its own attribute"); del n.me
show("end")
