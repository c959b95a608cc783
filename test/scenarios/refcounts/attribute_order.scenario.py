"""The order in which the attributes of an instance go: that of the keys its class shares, whatever the order of setting."""
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
class C: pass
def t(label, f):
    print('--', label); f()
def a():
    c = C(); c.a = N('a'); c.b = N('b'); c.c = N('c')
def b():
    c = C(); c.c = N('c'); c.b = N('b'); c.a = N('a')
def d():
    c = C(); c.a = N('a'); c.b = N('b'); del c.a; c.c = N('c'); c.a = N('a2')
def e():
    c = C(); c.a = N('a'); c.b = N('b'); c.c = N('c'); c.__dict__
def f():
    c = C(); c.b = N('b'); c.a = N('a'); c.__dict__; c.c = N('c')
def g():
    c = C(); c.a = N('a'); c.b = N('b'); d = c.__dict__; del c; print('dict left'); del d
def h():
    c = C(); c.a = N('a'); c.b = N('b'); c.__dict__.clear(); print('cleared')
class S(C): __slots__ = ('s1', 's2')
def i():
    c = S(); c.s2 = N('s2'); c.a = N('a'); c.s1 = N('s1'); c.b = N('b')
class L(list): pass
def j():
    c = L([N(1), N(2)]); c.a = N('a'); c.b = N('b')
class D(dict): pass
def k():
    c = D({1: N(1), 2: N(2)}); c.a = N('a'); c.b = N('b')
class T(tuple): pass
def l():
    c = T([N(1), N(2)]); c.a = N('a'); c.b = N('b')
def m():
    c = C()
    for x in 'abcdefghijklmnopqrstuvwxyzABCDEFGH': setattr(c, x, N(x))
def n():
    c = C(); c.a = N('a'); c.b = N('b'); del c.b; c.c = N('c'); c.b = N('b2'); c.__dict__
def o():
    c = C(); c.a = N('a'); c.b = N('b'); d = c.__dict__; d['zz'] = N('zz'); d.pop('a'); d['a'] = N('a2')
class E(Exception): pass
def p():
    c = E(N(1)); c.a = N('a'); c.b = N('b')
def q():
    def fn(): pass
    fn.a = N('a'); fn.b = N('b')
def r():
    c = C(); c.__dict__ = {'x': N('x'), 'y': N('y')}
for name in 'abdefghijklmnopqr': t(name, globals()[name])
