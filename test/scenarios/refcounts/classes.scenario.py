"""Reference counts of classes: what a class holds of itself, and who holds it."""
import sys
class A: pass
class S: __slots__ = ()
class S1: __slots__ = ('a',)
class S2: __slots__ = ('a','__dict__')
class B(A):
    def f(self): pass
class E(Exception): pass
class M(type): pass
class C(metaclass=M): pass
class P:
    @property
    def x(self): return super()
print([sys.getrefcount(x) for x in (A, S, S1, S2, B, E, M, C, P)])
def f():
    class Q: pass
    print(sys.getrefcount(Q))
    q = Q(); print(sys.getrefcount(Q), sys.getrefcount(q))
    print(sys.getrefcount(Q.__dict__['__dict__'])>2, sys.getrefcount(Q.__mro__), sys.getrefcount(Q.__bases__))
f()
