"""What is no iterable after `*` and no mapping after `**`, and mappings whose methods raise."""
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def h(*a, **k): return a, k
class K:
    def m(self, **k): return k
    def keys(self): return 5
class L:
    def keys(self): raise AttributeError('nope')
class G:
    def keys(self): return ['a']
    def __getitem__(self, k): raise KeyError('a')
class It:
    def __iter__(self): raise TypeError('in iter')
class It2:
    def __iter__(self): return 1
n = None
show(lambda: h(*1)); show(lambda: h(1, *1)); show(lambda: h(*[], *1)); show(lambda: [*1]); show(lambda: {*1}); show(lambda: (*1, 2))
show(lambda: h(**1)); show(lambda: h(a=1, **1)); show(lambda: h(**{}, **1)); show(lambda: {**1}); show(lambda: {**{}, **n})
show(lambda: print(*1)); show(lambda: print(**1)); show(lambda: K().m(**3)); show(lambda: K(*1)); show(lambda: h(**K())); show(lambda: h(**L())); show(lambda: h(**G())); show(lambda: {**K()})
show(lambda: h(*It())); show(lambda: h(*It2())); show(lambda: [*It()]); show(lambda: [*It2()])
show(lambda: h(**{'a': 1}, **{'a': 2})); show(lambda: h(a=1, **{'a': 2})); show(lambda: h(**{1: 2})); show(lambda: h(a=1, **{1: 2})); show(lambda: h(**{1: 2}, **{1: 3}))
show(lambda: print(**{'a': 1}, **{'a': 2})); show(lambda: K().m(a=1, **{'a': 2}))
show(lambda: (lambda a: a)(*n)); show(lambda: 5(*n)); show(lambda: dict(**n)); show(lambda: dict(a=1, **n))
show(lambda: type('x', (), {}, **1)); show(lambda: h(*K)); show(lambda: h(**K))

class C(*[1][:0], **{}): pass
show(lambda: exec('class D(*1): pass')); show(lambda: exec('class D(**1): pass'))
show(lambda: exec('class D(metaclass=type, **{"metaclass": 2}): pass'))
async def co(): yield 1
show(lambda: h(*co()))
show(lambda: h(*(1/0 for _ in [1])))
class It3:
    def __getitem__(self, i): raise TypeError('gi')
show(lambda: h(*It3()))
class It4:
    def __iter__(self): return self
    def __next__(self): raise TypeError('next')
show(lambda: h(*It4())); show(lambda: h(1, *It4())); show(lambda: [*It4()])
class It5:
    __iter__ = None
show(lambda: h(*It5())); show(lambda: [*It5()])
class N:
    keys = None
class P:
    @property
    def keys(self): raise AttributeError('prop')
class Q:
    def __getattr__(self, n): raise AttributeError('ga ' + n)
class R:
    def keys(self): return iter('ab')
    def __getitem__(self, k): return k
class S:
    def keys(self): raise KeyError('kk')
class T:
    def keys(self): return [1]
    def __getitem__(self, k): return k
class U:
    def keys(self): return Z()
class Z:
    def __iter__(self): raise AttributeError('z')
class V:
    def keys(self): return Z2()
class Z2:
    def __iter__(self): raise TypeError('z')
class W:
    def keys(self): return 'ab'
    def __getitem__(self, k): raise AttributeError('gi')
class TT:
    def keys(self): return [(1, 2), [1]]
    def __getitem__(self, k): return k
for X in N, P, Q, R, S, T, U, V, W, TT:
    print(X.__name__)
    show(lambda: h(**X())); show(lambda: h(a=1, **X())); show(lambda: {**X()}); show(lambda: {**{}, **X()}); show(lambda: dict(X())); show(lambda: {}.update(X())); show(lambda: print(**X())); show(lambda: {} | X())
show(lambda: h(**{(1,2): 2}, **{(1,2): 3})); show(lambda: h(**{None: 2}, **{None: 3}));
show(lambda: {}.update(5)); show(lambda: dict(5)); show(lambda: {}.update(K)); show(lambda: dict(K()));
