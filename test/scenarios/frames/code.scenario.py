# Code objects and functions: replace, equality, lines, and what may be set on a function.
import sys
def f(a, b=1, *args, c=2, **kw):
    x = a
    def g(): return x
    return g
co = f.__code__
for kw in (dict(co_name='z'), dict(co_flags=3), dict(co_firstlineno=9), dict(co_filename='q'), dict(co_qualname='w'), dict(co_consts=(None,5)), dict(co_names=('n',)), dict(co_argcount=1), dict(foo=1), dict(co_name=1), dict(co_varnames=('a','b','c','args','kw','y'))):
    try:
        n = co.replace(**kw)
        print(kw, n.co_name, n.co_flags, n.co_firstlineno, n.co_filename[-5:], n.co_qualname, n.co_argcount, n.co_varnames, n == co)
    except Exception as e: print(kw, type(e).__name__, e)
try: co.replace(1)
except Exception as e: print(type(e).__name__, e)
print(co == co.replace(), hash(co)==hash(co.replace()), co is co.replace())
print(list(co.co_lines())[:0], type(co.co_lines()).__name__, type(co.co_positions()).__name__)
print(sorted({l for _,_,l in co.co_lines() if l is not None}))
def h(): return 1
def k(): return 2
h.__code__ = k.__code__
print(h())
try: h.__code__ = f()
except Exception as e: print(type(e).__name__, e)
class A: pass
def mk():
    y=1
    def i(): return y
    return i
i = mk()
try: h.__code__ = i.__code__
except Exception as e: print(type(e).__name__, e)
for at,v in (('__defaults__',3),('__kwdefaults__',3),('__name__',3),('__qualname__',3),('__code__',3),('__closure__',3),('__globals__',3),('__dict__',3),('__builtins__',3),('__annotations__',3),('__type_params__',3)):
    try: setattr(h, at, v); print('set', at)
    except Exception as e: print(at, type(e).__name__, e)
for at in ('__defaults__','__kwdefaults__','__name__','__code__','__closure__','__dict__','__doc__','__module__','__annotations__'):
    try: delattr(h, at); print('del', at, getattr(h, at, 'gone'))
    except Exception as e: print(at, type(e).__name__, e)
F = type(h); C=type(co)
for args in ((), (co,), (co, 3), (i.__code__, {}), (i.__code__, {}, 'n', None, (1,)), (i.__code__, {}, 'n', None, ()), (h.__code__, {}, 3), (h.__code__, {}, 'n', 3), (h.__code__, {}, 'n', None, i.__closure__)):
    try: print(F(*args).__name__)
    except Exception as e: print(type(e).__name__, e)
cell=i.__closure__[0]
Cell=type(cell)
print(repr(cell)[:8], cell.cell_contents, Cell(5).cell_contents, Cell(5)==Cell(5), Cell(1)<Cell(2), Cell()<Cell(1))
try: Cell().cell_contents
except ValueError as e: print(e)
try: Cell(1,2)
except TypeError as e: print(e)
print(F(i.__code__, {}, 'n', None, (Cell(9),))())
d=Cell(1); del d.cell_contents
print(repr(Cell())[:8])
try: hash(Cell())
except TypeError as e: print(e)
