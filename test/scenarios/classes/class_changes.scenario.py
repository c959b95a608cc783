"""Whether an instance can change its class, by slots, dict, weak references and built-in base."""
import sys, itertools
class A: pass
class B: pass
class S: __slots__='a','b'
class S2: __slots__='b','a'
class S3: __slots__='a','c'
class D(S): pass
class D2(S2): pass
class D3(S3): pass
class DD(D): pass
class DD2(D2): pass
class E(S): __slots__ = ('__dict__',)
class E2(S2): __slots__ = ('__dict__',)
class W(S): __slots__ = ('__weakref__',)
class W2(S2): __slots__ = ('__weakref__',)
class X(S): __slots__ = ('__weakref__','__dict__')
class X2(S2): __slots__ = ('__dict__','__weakref__')
class Y(S): __slots__ = ('z', '__weakref__','__dict__')
class Y2(S2): __slots__ = ('__dict__','__weakref__', 'z')
class T: __slots__ = ()
class TD(T): pass
class TW(T): __slots__ = '__weakref__',
class TDD(T): __slots__ = '__dict__',
class I(int): pass
class I2(int): pass
class J(int): __slots__ = ()
class K(J): pass
class L(list): pass
class LS(list): __slots__ = 'a',
class LS2(list): __slots__ = 'a',
class LD(LS): pass
class LD2(LS2): pass
class Tu(tuple): pass
class Tu2(tuple): __slots__ = ()
class Ex(Exception): pass
class Ex2(Exception): __slots__ = ()
class Ex3(Exception): __slots__ = 'a',
class Ex4(Exception): __slots__ = 'a',
class Mix(A, S): pass
class Mix2(B, S2): pass
class F(S, A): pass
cs = [v for v in list(globals().values()) if isinstance(v, type) and v.__module__ == '__main__']
for a, b in itertools.permutations(cs, 2):
    o = a()
    try:
        o.__class__ = b
        print(a.__name__, b.__name__, 'ok')
    except TypeError as e: print(a.__name__, b.__name__, e)
