# What abc.py is built on: abstract methods, registration, and caches that hold classes weakly.
import _abc, gc, weakref, sys
class Meta(type):
    def __new__(mcls, name, bases, namespace, /, **kw):
        cls = super().__new__(mcls, name, bases, namespace, **kw)
        _abc._abc_init(cls)
        return cls
    def register(cls, subclass):
        return _abc._abc_register(cls, subclass)
    def __instancecheck__(cls, instance):
        return _abc._abc_instancecheck(cls, instance)
    def __subclasscheck__(cls, subclass):
        return _abc._abc_subclasscheck(cls, subclass)
def abstract(f):
    f.__isabstractmethod__ = True
    return f
def counts(c):
    d = _abc._get_dump(c)
    return [len(x) for x in d[:3]], [type(x).__name__ for x in d]
class Base(metaclass=Meta):
    @abstract
    def run(self): ...
    @property
    def p(self): return 1
    @abstract
    def stop(self): ...
print(sorted(Base.__abstractmethods__))
try:
    Base()
except TypeError as e:
    print(e)
class Half(Base):
    def run(self): return 1
print(sorted(Half.__abstractmethods__))
try:
    Half()
except TypeError as e:
    print(e)
class Full(Half):
    def stop(self): return 2
print(Full.__abstractmethods__, Full().run())
print(isinstance(Full(), Base), issubclass(Full, Base), issubclass(int, Base), isinstance(3, Base))
print(counts(Base))
t = _abc.get_cache_token()
class Dupe: pass
print(Base.register(Dupe) is Dupe, _abc.get_cache_token() - t)
print(issubclass(Dupe, Base), isinstance(Dupe(), Base), counts(Base))
class Sub(Dupe): pass
print(issubclass(Sub, Base), counts(Base))
print(issubclass(str, Base), counts(Base))
try:
    Base.register(3)
except TypeError as e:
    print(e)
try:
    Full.register(Base)
except RuntimeError as e: print(e)
try:
    _abc._abc_subclasscheck(Base, 3)
except TypeError as e:
    print(e)
try:
    _abc._abc_subclasscheck(int, int)
except AttributeError as e: print(e)
class Fake: _abc_impl = 3
try:
    _abc._abc_subclasscheck(Fake, int)
except TypeError as e:
    print(e)
class Hook(metaclass=Meta):
    @classmethod
    def __subclasshook__(cls, c):
        if c is int: return True
        if c is str: return False
        if c is float: return 3
        return NotImplemented
print(issubclass(int, Hook), issubclass(str, Hook), issubclass(bytes, Hook))
try:
    issubclass(float, Hook)
except AssertionError as e: print(e)
print(counts(Hook))
_abc._reset_caches(Hook); print(counts(Hook))
_abc._reset_registry(Base); print(counts(Base))
def f():
    class Local: pass
    Base.register(Local)
    print(issubclass(Local, Base), counts(Base))
    r = weakref.ref(Local)
    return r
r = f()
gc.collect()
print(r(), counts(Base))
class Seq(metaclass=Meta):
    __abc_tpflags__ = 1 << 5
print('__abc_tpflags__' in Seq.__dict__)
class My: 
    def __len__(self): return 2
    def __getitem__(self, i): return [5,6][i]
class My2(My): pass
def m(x):
    match x:
        case [a, b]: return a, b
    return None
print(m(My()), m(My2()))
Seq.register(My)
print(m(My()), m(My2()))
try:
    class Both(metaclass=Meta):
        __abc_tpflags__ = 3 << 5
except TypeError as e:
    print(e)
class Liar:
    @property
    def __class__(self): return int
print(isinstance(Liar(), Hook), isinstance(Liar(), Base))
for n in ('_abc_init','_abc_register'):
    try:
    getattr(_abc, n)()
    except TypeError as e:
    print(e)
def gone():
    class A(metaclass=Meta):
        def __del__(self): print('del')
    class B(A): pass
    issubclass(int, A)
    a = weakref.ref(A, lambda r: print('A gone'))
    keep.append(a)
keep=[]
gone()
gc.collect()
print(gc.collect())
print(sys.getrefcount(Base._abc_impl))
