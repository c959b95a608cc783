"""What an AttributeError knows of the object and the name: failing to get, to set and to delete."""
class P:
    __slots__ = 'z', '__dict__'
class Q:
    __slots__ = 'y'
    @property
    def ro(self): return 1
class R: pass
def show(label, f):
    try: f()
    except AttributeError as e: print(label, e, '|', e.name, type(e.obj).__name__)
    except TypeError as e: print(label, e)
import types, functools, weakref
show('del slot', lambda: delattr(P(), 'z')); show('get slot', lambda: P().z); show('del dict', lambda: delattr(P(), 'q')); show('del none', lambda: delattr(Q(), 'q')); show('set none', lambda: setattr(Q(), 'q', 1))
show('set ro', lambda: setattr(Q(), 'ro', 1)); show('del ro', lambda: delattr(Q(), 'ro')); show('del R', lambda: delattr(R(), 'x')); show('get R', lambda: R().x); show('set int', lambda: setattr(5, 'x', 1)); show('del int', lambda: delattr(5, 'x')); show('set real', lambda: setattr(5, 'real', 1)); show('get cls', lambda: R.x); show('del cls', lambda: delattr(R, 'x')); show('set int cls', lambda: setattr(int, 'x', 1))
show('get mod', lambda: types.x); show('del mod', lambda: delattr(types, 'x')); show('super', lambda: super(R, R()).x); show('obj.__getattribute__', lambda: object.__getattribute__(R(), 'x')); show('obj.__delattr__', lambda: object.__delattr__(R(), 'x')); show('fn', lambda: show.x); show('del fn', lambda: delattr(show, 'x')); show('method set', lambda: setattr(R().__init__, 'x', 1)); show('partial', lambda: functools.partial(print).x); show('ns', lambda: types.SimpleNamespace().x); show('del ns', lambda: delattr(types.SimpleNamespace(), 'x')); show('exc', lambda: ValueError().x); show('gen', lambda: (x for x in ()).x); show('slot ro', lambda: setattr((1).__class__, '__name__', 1)); show('list', lambda: setattr([], 'append', 1)); show('proxy', lambda: weakref.proxy(show).x); show('frame', lambda: setattr(show.__code__, 'co_name', 1))
import sys
class G:
    def __getattr__(self, n): raise AttributeError(n)
class H:
    def __getattribute__(self, n): raise AttributeError('h')
show('getattr', lambda: G().x); show('getattribute', lambda: H().x); show('hasattr', lambda: hasattr(H(), 'x')); show('property', lambda: type('T', (), {'p': property(lambda s: s.q)})().p); show('enum', lambda: type('T', (), {'p': property()})().p)
import threading
loc = threading.local()
show('del local', lambda: delattr(loc, 'x')); show('local dict', lambda: setattr(loc, '__dict__', {})); show('get local', lambda: loc.x)
class P2:
    __slots__ = 'z', '__dict__'
class R2: pass
class L(list): pass
class E(Exception): pass
class D(dict): __slots__ = ()
class S(str): pass
class M(type): pass
def lost(label, o):
    try: del o.x
    except AttributeError as e: print(label, '|', e.name, type(e.obj).__name__)
r = R2(); r.__dict__; lost('materialised', r)
r = R2(); lost('inline', r)
r = R2(); r.a = 1; lost('inline with', r)
r = R2(); r.x = 1; del r.x; lost('deleted', r)
r = R2()
for i in range(40): setattr(r, 'k%d' % i, 1)
lost('many', r)
lost('P', P2()); lost('L', L()); lost('E', E()); lost('S', S()); lost('I', type('I', (int,), {})()); lost('T', type('T', (tuple,), {})()); lost('D', D()); lost('M', M('m', (), {})); lost('object', object()); lost('type', int) if 0 else None
p = P2(); p.__dict__; lost('P mat', p); p = P2(); p.a = 1; lost('P with', p)
l = L(); l.a = 1; lost('L with', l)
