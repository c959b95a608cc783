"""The descriptors of `__dict__` and `__weakref__` that a class statement adds, and how descriptors show themselves."""
import gc, sys
class A: pass
class B: pass
class S: __slots__ = ('__dict__',)
class W: __slots__ = ('__weakref__','x')
class E(Exception): pass
class L(list): pass
d = A.__dict__['__dict__']; w = A.__dict__['__weakref__']
print(d, w, type(d), type(w))
for X in B, S, W, E, L:
    for n in '__dict__', '__weakref__':
        v = X.__dict__.get(n)
        print(X.__name__, n, v, v is d, v is w)
for x in d, w:
    for n in '__name__', '__objclass__', '__qualname__':
        try: print(n, getattr(x, n))
        except Exception as e: print(n, type(e), e)
    for a in (A(), B(), 5, E(), None):
        try: print(x.__get__(a))
        except Exception as e: print(type(e).__name__, e)
    for a in (A(), B(), 5, E()):
        try: print(x.__set__(a, {}))
        except Exception as e: print(type(e).__name__, e)
    try: x.__get__()
    except Exception as e: print(type(e).__name__, e)
    print(x.__get__(None, A) is x, sys.getrefcount(x) > 5)
print(sorted(A.__dict__), object.__dict__.get('__dict__'))
def f():
    gc.collect(); gc.disable()
    class Q: pass
    print(sorted({type(o).__name__ for o in gc.get_referents(Q)} - {'str'}))
    del Q
    gc.enable(); print(gc.collect())
f()
import types
print(type(types.ModuleType.__dict__['__dict__']), types.ModuleType.__dict__['__dict__'])
print(type(type.__dict__['__dict__']), type.__dict__['__dict__'], types.FunctionType.__dict__['__dict__'], BaseException.__dict__['__dict__'])
class M(type): pass
print([ (k, v) for k, v in M.__dict__.items() if k.startswith('__d') or k.startswith('__w')])
for f in (lambda: object.__init__(1, 2), lambda: object.__init__(), lambda: object.__repr__(), lambda: object.__reduce__(), lambda: object.__dict__['__class__'].__get__(), lambda: object.__setattr__(1), lambda: object.__format__(1, 2, 3), lambda: object.__eq__(), lambda: A.__init__()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(object.__reduce__, object.__format__, object.__dict__['__class__'], object.__dir__, object.__dict__['__class__'].__objclass__)
