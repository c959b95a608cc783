import sys
x: int = 1
print(__annotations__ if '__annotations__' in globals() else 'none')
if x > 5:
    y: str
for i in range(2):
    z: float = 2
main = sys.modules['__main__']
try: print(main.__annotations__)
except Exception as e: print(type(e).__name__, e)
if hasattr(main, '__annotate__'): print(main.__annotate__.__name__, main.__annotate__.__qualname__, main.__annotate__(1))
late: bytes
print(main.__annotations__, sorted(k for k in globals() if 'annot' in k))
class Later: pass
def use(a: Later, b: NotYet if sys.version_info >= (3,14) else int): pass
class NotYet: pass
print(use.__annotations__)
(paren): int = 3
obj = Later()
obj.attr: undefined_thing if sys.version_info >= (3,14) else int = 4
lst = [0]
lst[0]: undefined_thing if sys.version_info >= (3,14) else int = 4
def local():
    v: undefined_thing = 3
    w: undefined_thing
    try: w
    except UnboundLocalError as e: print(e)
    return v
print(local())
class Cond:
    for k in range(3):
        if k == 1:
            m1: int
        if k == 5:
            m2: int
    try:
        n1: str
    finally:
        n2: bytes
print(Cond.__annotations__)
if sys.version_info >= (3,14):
    try: main.__annotate__ = 3
    except Exception as e: print(type(e).__name__, e)
    try: del main.__annotate__
    except Exception as e: print(type(e).__name__, e)
    main.__annotate__ = lambda f: {'new': f}
    print(main.__annotations__)
    main.__annotate__ = None
    print(main.__annotations__)

m = type(sys)("m")
print(m.__annotations__, sorted(m.__dict__))
try: del m.__annotations__; print('ok'); del m.__annotations__
except Exception as e: print(type(e).__name__, e)
m.__annotations__ = 5
print(m.__annotations__)
if sys.version_info >= (3,14):
    m2 = type(sys)('m2')
    print(m2.__annotate__, sorted(m2.__dict__))
    m2.__annotate__ = lambda f: 7
    try: m2.__annotations__
    except Exception as e: print(type(e).__name__, e)
class Scoped:
    T = int
    def meth(self, a: T, b: "T" = 1) -> T: pass
    attr: T
print(Scoped.meth.__annotations__, Scoped.__annotations__)
def closure():
    L = list
    class In:
        p: L
        def q(self, r: L): pass
    def fn(s: L): pass
    return In, fn
In, fn = closure()
print(In.__annotations__, In.q.__annotations__, fn.__annotations__)
class Priv:
    __p: int
    def __m(self, __a: str): pass
print(Priv.__annotations__, Priv._Priv__m.__annotations__)
lam = lambda: 0
print(lam.__annotations__)
async def co(a: int) -> str: pass
print(co.__annotations__)
