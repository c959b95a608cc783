# What class creation, assignment of classes, bases and names, slots, metaclasses and super refuse, and in which words.
import sys
def t(f):
    try: r=f(); print('ok', r)
    except BaseException as e: print(type(e).__name__, e)
def f():
    'd'
print(list(classmethod(f).__dict__), list(staticmethod(f).__dict__))
class X:
    'doc'
for fn in (lambda: type.__dict__['__doc__'].__set__(list,'b'), lambda: type.__dict__['__doc__'].__delete__(X), lambda: type.__dict__['__qualname__'].__set__(str,'b'), lambda: type.__dict__['__name__'].__set__(str,'b'), lambda: type.__dict__['__module__'].__set__(str,'b'), lambda: type.__dict__['__bases__'].__set__(str,()), lambda: object.__setattr__(str,'foo',1), lambda: object.__delattr__(str,'lower'), lambda: str.__eq__.__get__(5), lambda: str.lower.__get__(5), lambda: setattr(str,'x',1), lambda: delattr(X,'__qualname__'), lambda: delattr(X,'__name__'), lambda: delattr(X, '__module__'), lambda: delattr(X,'__bases__'), lambda: delattr(X,'__dict__'), lambda: setattr(X,'__dict__',{}), lambda: delattr(X,'nope')): t(fn)
# __class__ assignment
class A: pass
class B: pass
class S: __slots__='a','b'
class S2: __slots__='b','a'
class S3: __slots__='a','c'
class S4: __slots__='a',
class D(S): pass
class D2(S2): pass
class I(int): pass
class I2(int): pass
class L(list): pass
for a,b in ((A(),B),(S(),S2),(S(),S3),(S(),S4),(S4(),S),(D(),D2),(D(),A),(A(),D),(I(1),I2),(I(1),int),(1,I),(L(),A),(A(),object),(A(),1),(A(),L),(sys,A)):
    def s(): a.__class__=b
    t(s)
M=type(sys)
class MM(M): pass
m=M('m'); m.__class__=MM; print(type(m).__name__)
m.__class__=M; print(type(m).__name__)
def d(): del A().__class__
t(d)
# __bases__
class P: pass
class Q: pass
class R(P): pass
R.__bases__=(Q,); print(R.__mro__)
for v in ((R,), (), [Q], (int,), (S,), (Q,Q), (Q,object,P), 5, (5,)):
    def s(): R.__bases__=v
    t(s)
def s(): P.__bases__=(Q,)
t(s)
# slots
for ns in ({'__slots__':['a','a']},{'__slots__':['1a']},{'__slots__':[1]},{'__slots__':'a','a':1},{'__slots__':['__dict__','__dict__']},{'__slots__':['__weakref__','__weakref__']},{'__slots__':()},{'__slots__':['__qualname__']},{'__slots__':{'a':'doc'}},{'__slots__':['__x']}):
    t(lambda: type('T',(),dict(ns)).__dict__.keys() & {'a','__dict__','__weakref__','_T__x'})
t(lambda: type('T',(int,),{'__slots__':['a']}))
t(lambda: type('T',(S,S3),{}))
t(lambda: type('T',(int,str),{}))
t(lambda: type('T',(type(None),),{}))
t(lambda: type('T',(object,A),{}))
t(lambda: type('T',(A,A),{}))
t(lambda: type('T',('x',),{}))
t(lambda: type('T',A,{}))
t(lambda: type(1,(),{}))
t(lambda: type('T',(),1))
t(lambda: type('T',(),{}, x=1))
t(lambda: type('T\0',(),{}))
class N:
    def __set_name__(self, o, n): raise ValueError('sn')
t(lambda: type('T',(),{'n':N()}))
class N:
    def __set_name__(self, o): pass
t(lambda: type('T',(),{'n':N()}))
class IS:
    def __init_subclass__(cls, x, **k): print('is', cls.__name__, x, k); super().__init_subclass__(**k)
t(lambda: type('T',(IS,),{}))
t(lambda: type('T',(IS,),{}, x=1))
t(lambda: type('T',(IS,),{}, x=1,y=2))
class Meta(type):
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, b, k); return {}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): pass
class T1(metaclass=Meta, q=1): pass
class BadP(type):
    __prepare__=lambda *a: 5
def mk():
    class T2(metaclass=BadP): pass
t(mk)
class Me1(type): pass
class Me2(type): pass
class U1(metaclass=Me1): pass
class U2(metaclass=Me2): pass
def mk():
    class T3(U1,U2): pass
t(mk)
class E:
    def __mro_entries__(self, b): print('me', len(b)); return (P,)
class T4(E()): pass
print(T4.__bases__, len(T4.__orig_bases__))
class E:
    def __mro_entries__(self, b): return [P]
def mk():
    class T5(E()): pass
t(mk)
t(lambda: type('T',(E(),),{}))
def mk():
    class T6(3): pass
t(mk)
class G:
    def mro(cls): return [cls]
class MR(type):
    def mro(cls): return [5]
def mk():
    class T7(metaclass=MR): pass
t(mk)
class MR(type):
    def mro(cls): return 5
t(mk)
class MR(type):
    def mro(cls): return [cls, int, object]
t(mk)
class DD:
    @property
    def __doc__(self): return 'computed'
print(type(DD.__doc__).__name__, DD().__doc__)
class NoInit:
    def __new__(cls, *a): return super().__new__(cls)
t(lambda: NoInit(1))
class W:
    def __new__(cls): return super().__new__(cls, 1)
t(lambda: W())
class W:
    def __init__(self): super().__init__(1)
t(lambda: W())
t(lambda: A(1)); t(lambda: A(x=1)); t(lambda: object(1)); t(lambda: A.__new__()); t(lambda: A.__new__(1)); t(lambda: A.__new__(int)); t(lambda: int.__new__(A)); t(lambda: object.__new__(int)); t(lambda: A.__init__())
t(lambda: super(A,1)); t(lambda: super(A,B())); t(lambda: super(A).x); t(lambda: super(A,A()).x)
def sup(): super()
t(sup)
def sup(a): super()
t(lambda: sup(1))
class Z:
    def f(self):
        del self
        super()
    def g(*a): return super()
    def h(self): return super().nope
    def k(self): __class__=5; return super().nope
t(lambda: Z().f()); t(lambda: Z().g()); t(lambda: Z().h()); t(lambda: Z().k())
class AB(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
t(lambda: AB()==AB()); t(lambda: AB()+AB())
