# partial: calls, keywords, nesting, attributes.
from _functools import partial

def show(*args, **kw): return args, kw
p = partial(show, 1, 2, a=3)
print(p(), p(4), p(4, a=5, b=6), p.args, p.keywords, p.func is show)
q = partial(p, 7, b=8)
print(q.func is show, q.args, q.keywords, q(9))
p.label = "named"
r = partial(p, 7)
print(r.func is p, r.args, r(), p.__dict__)
print(partial(int, base=2)("101"), list(map(partial(pow, 2), range(4))), sorted("bA", key=partial(str.lower)))
print(repr(partial(int, "1", base=2)), partial(partial(int)))
p.keywords["a"] = "changed"
print(p())
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def assign(): p.func = 5
for f in (lambda: partial(), lambda: partial(5), assign, lambda: partial(len)(), lambda: partial(len, 1)(), lambda: p.missing, lambda: partial(show, **{"func": 1})(), lambda: partial(int, "5")("x", "y")):
    attempt(f)
print(p.__reduce__()[0], p.__reduce__()[2][1:])
s = partial(int)
s.__setstate__((show, (1,), {"k": 2}, {"attr": 3}))
print(s(), s.attr)
attempt(lambda: s.__setstate__(5))
attempt(lambda: s.__setstate__((1, 2, 3, 4)))
