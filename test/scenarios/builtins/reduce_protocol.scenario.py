# How objects say how to copy them: reduction, state and slots, with copyreg in its own place.
import sys
m=type(sys)('copyreg')
def newobj(cls,*args): return cls.__new__(cls,*args)
def newobj_ex(cls,args,kw): return cls.__new__(cls,*args,**kw)
def slotnames(cls):
    names=[]
    for c in cls.__mro__:
        s=c.__dict__.get('__slots__',())
        names += [s] if isinstance(s,str) else [n for n in s if n not in('__dict__','__weakref__')]
    return names
def red(self,proto): return ('old',proto)
newobj.__name__='newobj'
m.__newobj__=newobj; m.__newobj_ex__=newobj_ex; m._slotnames=slotnames; m._reduce_ex=red
sys.modules['copyreg']=m
def show(x):
    if isinstance(x,tuple): return '('+', '.join(map(show,x))+')'
    if isinstance(x,type): return x.__name__
    if type(x).__name__ in('function','list_iterator','dict_itemiterator'): return type(x).__name__
    return repr(x)
def t(f,*a):
    try: print(show(f(*a)))
    except BaseException as e: print(type(e).__name__,e)
class A: pass
a=A(); t(a.__reduce_ex__,2); a.x=1; t(a.__reduce_ex__,2); t(a.__reduce__); t(a.__reduce_ex__,1); t(a.__getstate__); t(object().__getstate__); t(object().__reduce_ex__,4)
class S: __slots__=('p','q')
s=S(); t(s.__reduce_ex__,2); s.p=3; t(s.__reduce_ex__,2); t(s.__getstate__)
class SD(S): pass
d=SD(); d.q=1; d.z=2; t(d.__reduce_ex__,2)
class L(list): pass
l=L([1,2]); l.k=1; t(l.__reduce_ex__,2); t([1].__reduce_ex__,2); t({1:2}.__reduce_ex__,2)
class D(dict): pass
t(D(a=1).__reduce_ex__,2)
class N(int):
    def __getnewargs__(self): return (int(self),)
t(N(5).__reduce_ex__,2); t((5).__reduce_ex__,2); t('x'.__reduce_ex__,2); t((1,2).__reduce_ex__,2); t((1.5).__reduce_ex__,2); t(b'q'.__reduce_ex__,2); t((1j).__reduce_ex__,2); t(True.__reduce_ex__,2)
class E:
    def __getnewargs_ex__(self): return (1,),{'k':2}
t(E().__reduce_ex__,2)
class E2:
    def __getnewargs_ex__(self): return (1,),{}
t(E2().__reduce_ex__,2)
for bad in (3,(1,),(1,2),((),2)):
    class B:
        def __getnewargs_ex__(self): return bad
    t(B().__reduce_ex__,2)
class B2:
    def __getnewargs__(self): return 3
t(B2().__reduce_ex__,2)
class G:
    def __getstate__(self): return 'state'
t(G().__reduce_ex__,2)
class R:
    def __reduce__(self): return 'R'
t(R().__reduce_ex__,2)
t((i for i in ()).__reduce_ex__,2); t((lambda:1).__reduce_ex__,2); t(sys.__reduce_ex__,2); t(property().__reduce_ex__,2); t(None.__reduce_ex__,2)
t(a.__reduce_ex__); t(a.__reduce_ex__,'x')
t(slice(1).__reduce_ex__,2); t(memoryview(b'').__reduce_ex__,2) if 0 else 0
t(ValueError(1).__reduce_ex__,2); t(range(3).__reduce_ex__,2); t({1}.__reduce_ex__,2); t(type(len).__reduce_ex__,len,2)
