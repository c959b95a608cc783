"""What methods set on `self` takes the first places among the keys that instances share, from 3.14 on."""
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, end=' ')
class A:
    def f(self): self.z = 1; self.y = 2; self.b = 3
    def __init__(self): self.y = N('y'); self.z = N('z'); self.a = N('a'); self.q = N('q')
    def g(me): me.m = 1; self = me; self.n = 2
class B(A):
    def __init__(self): super().__init__(); self.k = N('k'); self.a = N('a2'); self.c = N('c')
class C(A):
    def h(self): self.q = 1
    def __init__(self): A.__init__(self); self.zz = N('zz')
class D:
    x = 5
    def __init__(self): self.x = N('x'); self.w = N('w')
    def h(self): self.w += 1; del self.x; self.p.o = 1; (self.t, self.u) = 1, 2
    def i(self):
        for self.i1 in (): pass
        with self as self.w1: pass
class E(list):
    def h(self): self.b = 1
    def __init__(self): self.a = N('a'); self.b = N('b')
class F(Exception):
    def h(self): self.b = 1
    def __init__(self): self.a = N('a'); self.b = N('b')
class G:
    __slots__ = ('s', '__dict__')
    def h(self): self.b = 1
    def __init__(self): self.a = N('a'); self.b = N('b')
class H:
    def a(self): self.a0 = 1
    def __init__(self):
        for i in range(35): setattr(self, 'v%d' % i, N(i))
        self.a0 = N('a0')
class I: pass
for X in (A, B, C, D, E, F, G, H):
    print(X.__name__, sorted(getattr(X, '__static_attributes__', ())))
    x = X(); print(list(vars(x))[:6]); 
    del x; print()
    y = X(); del y; print()
def fn(self): self.a = N('a'); self.b = N('b')
J = type('J', (), {'__init__': fn, '__static_attributes__': ('b', 'a')})
y = J(); del y; print()
class K:
    __static_attributes__ = ('b', 'a')
    def __init__(self): self.a = N('a'); self.b = N('b')
y = K(); del y; print()
i = I(); i.b = N('b'); i.a = N('a'); del i; print()
i = I(); i.a = N('a'); i.b = N('b'); del i; print()
class A:
    def f(self): self.z = 1; self.y = 2; self.b = 3
    def __init__(self): self.y = 1; self.z = 2; self.a = 1; self.q = 1
class B:
    def f(self): self.name = 1; self.value = 2; self.next = 3; self.Zed = 4; self._p = 5; self.x10 = 1; self.x9 = 1; self.é = 2
print(A.__static_attributes__, B.__static_attributes__)
