import sys
def t(f):
    try: print('  ',f())
    except Exception as e: print('  ',type(e).__name__, e)
def show(o, names=('__annotate__','__annotations__')):
    for n in names:
        try: v = getattr(o,n)
        except Exception as e: print(n, type(e).__name__, e); continue
        if callable(v): v = ('callable', v.__name__, v.__qualname__, v.__module__, v.__code__.co_varnames, v.__code__.co_argcount, v.__code__.co_posonlyargcount)
        print(n, v)
def f(a: int, b: "str" = 3, *c: float, d: list, **e: dict) -> None: pass
show(f)
if hasattr(f,'__annotate__'):
    t(lambda: f.__annotate__(1)); t(lambda: f.__annotate__(2)); t(lambda: f.__annotate__(3)); t(lambda: f.__annotate__(0)); t(lambda: f.__annotate__()); t(lambda: f.__annotate__('a'))
    def g(): pass
    show(g)
    for bad in (1, 'x', [], None, lambda f: {'z': f}, lambda f: 5):
        try: g.__annotate__ = bad
        except Exception as e: print(type(e).__name__, e)
        else:
            try: print(g.__annotations__)
            except Exception as e: print(type(e).__name__, e)
    try: del g.__annotate__
    except Exception as e: print(type(e).__name__, e)
    g.__annotate__ = lambda f: {'q': f}
    print(g.__annotations__, g.__annotations__ is g.__annotations__)
    g.__annotations__ = {'w': 1}
    print(g.__annotate__, g.__annotations__)
    g.__annotate__ = None
    print(g.__annotations__)
def g(): pass
for bad in (1, [], None, {}, {1: 2}):
    try: g.__annotations__ = bad; print(g.__annotations__)
    except Exception as e: print(type(e).__name__, e)
try: del g.__annotations__; print(g.__annotations__)
except Exception as e: print(type(e).__name__, e)
class C:
    x: int
    y: str = 'a'
    if x_cond := True:
        z: float
    if False:
        w: dict
    def m(self, q: "C"): 
        l: undefined = 1
        return l
show(C)
print(C().m(1), C.m.__annotations__, sorted(k for k in C.__dict__ if 'annot' in k))
class D(C): pass
show(D)
class E: pass
show(E); print(sorted(k for k in E.__dict__ if 'annot' in k))
show(int)
try: E.__annotations__ = 5; print(E.__annotations__)
except Exception as e: print(type(e).__name__, e)
try: del E.__annotations__; print('deleted'); print(E.__annotations__); del E.__annotations__; del E.__annotations__
except Exception as e: print(type(e).__name__, e)
print(sorted(k for k in E.__dict__ if 'annot' in k))
if sys.version_info >= (3,14):
    for bad in (1, None, lambda f: {'a': f}, lambda f: 3):
        try: E.__annotate__ = bad; print(E.__annotations__)
        except Exception as e: print(type(e).__name__, e)
    try: del E.__annotate__
    except Exception as e: print(type(e).__name__, e)
    print(sorted(k for k in E.__dict__ if 'annot' in k))
    try: int.__annotate__ = None
    except Exception as e: print(type(e).__name__, e)
try: int.__annotations__ = {}
except Exception as e: print(type(e).__name__, e)
try: del int.__annotations__
except Exception as e: print(type(e).__name__, e)
# errors
class F:
    a: (undefined_in_class if sys.version_info >= (3,14) else int) = 3
try: print(F.a, F.__annotations__)
except NameError as e: print(e)
