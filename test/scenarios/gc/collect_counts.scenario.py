# How many objects a collection says it collected, for several shapes of cycle.
import gc

class N: pass
class Slots: __slots__ = ("s",)
class Del:
    def __del__(self): pass

def self_cycle():
    n = N(); n.me = n
def pair():
    a, b = N(), N(); a.o, b.o = b, a
def list_cycle():
    l = []; l.append(l)
def dict_cycle():
    d = {}; d["d"] = d
def tuple_cycle():
    l = []; l.append((l,))
def closure_cycle():
    def f(): return f
def class_():
    class C: pass
def class_with_method():
    class C:
        def m(self): return __class__
def slots():
    s = Slots(); s.s = s
def with_del():
    d = Del(); d.d = d
def tail():
    n = N(); n.me = n; n.tail = [[], {}, {"k": []}, (N(),), "text", 5]
def generator():
    def g():
        me = yield
        yield me
    x = g(); next(x); x.send(x)
def exception():
    try:
        raise ValueError
    except ValueError as error:
        kept = error
def method():
    n = N(); n.m = n.__init__
def function_attribute():
    f = lambda: 0; f.me = f
def ring(size=100):
    nodes = [N() for _ in range(size)]
    for i in range(size): nodes[i].next = nodes[(i + 1) % size]
def nothing():
    return [N(), {}, ()]

gc.collect()
gc.disable()
for shape in (
    self_cycle, pair, list_cycle, dict_cycle, tuple_cycle, closure_cycle, class_, class_with_method, slots, with_del,
    tail, generator, exception, method, function_attribute, ring, nothing
):
    shape()
    print(shape.__name__, gc.collect(), gc.garbage)
gc.enable()
