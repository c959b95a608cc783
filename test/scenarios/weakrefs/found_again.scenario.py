# Weak references to garbage: when each kind of them is cleared, what finalisers still see, and what a collection counts.
import gc, weakref
gc.collect(); gc.disable()
saved = []
class P:
    def __init__(s, n): s.n = n
    def __del__(s):
        print('del', s.n, *(f'{k}={w() is not None}' for k, w in sorted(refs.items())))
        if 'save' in s.n: saved.append(s)
refs = {}
def cb(name): return lambda r: print('callback', name, *(f'{k}={w() is not None}' for k, w in sorted(refs.items())))
def go(label):
    print('--', label, gc.collect(), {k: w() is not None for k, w in refs.items()}, weakref.getweakrefcount(saved[0]) if saved else None)
    saved.clear(); print('second', gc.collect(), {k: w() is not None for k, w in refs.items()}); refs.clear()
a, b = P('a save'), P('b'); a.o, b.o = b, a
refs['a'] = weakref.ref(a); refs['b'] = weakref.ref(b); del a, b
go('plain')
a, b = P('a save'), P('b'); a.o, b.o = b, a
refs['acb'] = weakref.ref(a, cb('a')); refs['bcb'] = weakref.ref(b, cb('b')); refs['a'] = weakref.ref(a); del a, b
go('callbacks')
a, b = P('a save'), P('b'); a.o = a; b.o = b
refs['a'] = weakref.ref(a); refs['b'] = weakref.ref(b); refs['bcb'] = weakref.ref(b, cb('b')); del a, b
go('separate')
a = P('a save'); a.o = a; a.w = weakref.ref(a); refs['a'] = a.w; del a
print(gc.collect(), saved[0].w() is saved[0]); go('own')
a = P('a save'); a.o = a; a.w = weakref.ref(a, cb('own')); del a
print(gc.collect(), saved[0].w() is saved[0]); go('own cb')
a = P('a save'); a.o = a; refs['p'] = lambda p=weakref.proxy(a): p.n; del a
try: gc.collect(); print(refs['p']())
except ReferenceError as e: print(e)
refs.clear()
saved.clear(); print(gc.collect())
class Q: pass
q = Q(); q.o = q; refs['q'] = weakref.ref(q); q.p = P('p dies'); q.p.o = q; del q
go('garbage without finaliser sees')
d = weakref.WeakValueDictionary(); s = weakref.WeakSet(); k = weakref.WeakKeyDictionary()
a = P('a save'); a.o = a; d['a'] = a; s.add(a); k[a] = 1; del a
print(gc.collect(), len(d), len(s), len(k), [len(x.data) for x in (d, s, k)]); go('weak containers')
class R:
    def __del__(self): print('R del', refs['r']() )
def f():
    class Local: pass
    Local.x = R(); refs['r'] = weakref.ref(Local)
f(); go('class')
class R2:
    def __del__(self): print('sub', self.cls.__subclasses__(), self.cls.mro()[0].__name__)
class Base: pass
def f():
    class Sub(Base): pass
    r = R2(); r.cls = Base; Sub.r = r
f(); print(Base.__subclasses__()); print(gc.collect(), Base.__subclasses__())
fin = P('f save'); fin.o = fin; weakref.finalize(fin, print, 'finalize called'); del fin; go('finalize')
gone = [P('gone')]; gone.append(gone); kept = weakref.ref(gone[0], cb('kept')); loose = weakref.ref(gone[0], cb('loose'))
del gone; print(gc.collect(), kept() is None)
