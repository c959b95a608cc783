# Contexts of decimal numbers: context variables choose the one in force, templates are copied, signals are set by lists, dicts, and other contexts.
import decimal, threading
class T:
    def __del__(self): print('T gone')
class C(decimal.Context): pass
c = C(prec=5)
c.t = T()
decimal.setcontext(c)
del c
def f():
    k = C(prec=4)
    try: k.t = T()
    except Exception as e: print(type(e), e)
    decimal.setcontext(k)
    print(decimal.Decimal(1)/3)
t = threading.Thread(target=f); t.start(); t.join(); print('joined')
decimal.DefaultContext.prec = 6
t = threading.Thread(target=lambda: print(decimal.Decimal(1)/3, decimal.getcontext() is decimal.DefaultContext)); t.start(); t.join()
decimal.setcontext(decimal.BasicContext); print(decimal.getcontext() is decimal.BasicContext, decimal.getcontext().prec)
print('end')
import decimal as d

S = [d.InvalidOperation, d.FloatOperation, d.DivisionByZero, d.Overflow, d.Underflow, d.Subnormal, d.Inexact, d.Rounded, d.Clamped]
full = {s: s is d.Inexact for s in S}
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: d.Context(traps=[d.Inexact]))
t(lambda: d.Context(traps=(d.Inexact,)))
t(lambda: d.Context(traps=full))
t(lambda: d.Context(traps={}))
t(lambda: d.Context(traps=[1]))
t(lambda: d.Context(traps=1))
t(lambda: d.Context(flags=full))
t(lambda: d.Context(flags={**{s: 0 for s in S[1:]}, 1: 2}))
c = d.Context()
o = d.Context(flags=[d.Clamped])
def st(n, v):
    def f():
        setattr(c, n, v); return c
    return f
t(st('flags', full)); t(st('traps', [])); t(st('traps', [d.Inexact])); t(st('flags', o.flags)); t(st('flags', {})); t(st('traps', 1)); t(lambda: d.Context(flags=o.flags)); t(lambda: d.Context(traps=c.traps))
t(lambda: delattr(c, 'flags'))
t(lambda: c.flags == full)
t(lambda: o.flags == {**full, d.Inexact: 0, d.Clamped: 1})
f = c.flags
for o in ({}, {i: 1 for i in range(9)}, {**{i: 1 for i in range(8)}, d.Inexact: 1}, [d.Inexact]):
    try: print(f == o, f != o)
    except Exception as e: print(type(e), e)
