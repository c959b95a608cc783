import gc, sys
# scopes
def outer[T](x: T):
    class Inner[U]: pass
    return T
class Meta(type): pass
def deco(x): return x
@deco
def h[T](a: T = 1, *, k: T = 2) -> T:
    "doc"
    return a, k
print(h(), h(5, k=6), h.__doc__, h.__qualname__, h.__defaults__, h.__kwdefaults__)
def outer():
    def inner[T](): return T
    return inner
print(outer().__qualname__, outer().__type_params__)
class C:
    T = "class T"
    def m[T](self): return T
    def n[U: T](self): return U.__bound__
print(C.m.__qualname__, C().m(), C().n())
def clos():
    n = 3
    def f[T: n](): return n
    return f
print(clos()(), clos().__type_params__[0].__bound__)
# names of type parameters are not visible outside
try: T
except NameError as e: print(e)
def f(): pass
print(f.__type_params__)
f.__type_params__ = (1, 2)
print(f.__type_params__)
for bad in (1, None):
    try: f.__type_params__ = bad
    except TypeError as e: print(e)
try: del f.__type_params__
except TypeError as e: print(e)
print(C.__type_params__, int.__type_params__)
try: int.__type_params__ = ()
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
C.__type_params__ = (1,)
print(C.__type_params__, C.__dict__.get('__type_params__'))
try: del C.__type_params__
except Exception as e: print(type(e).__name__, e)
class Private:
    def f[__T](self): return __T
    type __A[__X] = list[__X]
print(Private().f(), Private.f.__type_params__, Private._Private__A, Private._Private__A.__type_params__)
type X[T: (int, str)] = T
print(X.__type_params__[0].__constraints__, X.__value__)
def over[T](x): 
    T = 3
    return T
print(over(1))
def nl[T]():
    def g():
        nonlocal_t = T
        return nonlocal_t
    return g()
print(nl())
t = nl.__type_params__[0]
t.attr = 5
print(t.attr)
t.__module__ = 'abc'
print(t.__module__)
import weakref
r = weakref.ref(t)
print(r() is t)
del nl, t
print(r())
# lazily evaluated once
calls = []
def bound(): calls.append(1); return int
def lz[T: bound()](): pass
p = lz.__type_params__[0]
print(calls, p.__bound__, p.__bound__, calls)
type Z = bound()
print(calls, Z.__value__, Z.__value__, calls)
# errors are not remembered
type Err = undefined_name
for _ in range(2):
    try: Err.__value__
    except NameError as e: print(e)
undefined_name = 9
print(Err.__value__)
try: Err.__value__ = 3
except AttributeError as e: print(e)
try: p.__bound__ = 3
except AttributeError as e: print(e)
try: p.__name__ = 3
except AttributeError as e: print(e)
def agen[T](x): 
    yield T
    yield x
print(list(agen(1)))
print((lambda: [T for T in (1,2)])())
def comp[T](): return [T for _ in range(1)], {T: T}
print(comp())
try:
    hash(P := None)
except TypeError: pass
def ps[**P](): return P.args, P.kwargs
a, k = ps()
print(a, k, a.__origin__, a == k, a == ps()[0])
try: hash(a)
except TypeError as e: print(e)
print(sys.getrefcount(a))
try: list(ps.__type_params__[0])
except TypeError as e: print(e)
type Gen[T, *Ts, **P] = int
print(Gen.__type_params__)
print(Gen.__name__, Gen[int, str], Gen[int].__args__, Gen[(int, str)].__args__, Gen[()].__args__)
print(Gen[int] | None, Gen | int, int | Gen)
print(isinstance(Gen, type(Gen)), callable(Gen))
try: type(Gen)()
except TypeError as e: print(e)
try: isinstance(1, Gen)
except TypeError as e: print(e)
print(hash(Gen) == hash(Gen), Gen == Gen, Gen != Gen)
def many[A, B: int, *C, **D](): pass
print([type(x).__name__ for x in many.__type_params__])
exec("type E[T] = T\nprint(E.__module__, E.__value__)", {'print': print})
print(eval('(lambda: __class__)' , {'__class__': 1})())
