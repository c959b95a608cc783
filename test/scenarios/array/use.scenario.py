# Files, characters, subclasses, pickling, iterators, the room that is kept, and when an array goes.
import array, sys, io, copy, struct, gc, warnings
warnings.simplefilter('ignore')
A = array.array
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, ascii(str(e)))
f = io.BytesIO(); t('tofile', lambda: A('i',[1,2]).tofile(f)); print(f.getvalue()); f.seek(0); b = A('i'); t('fromfile', lambda: b.fromfile(f, 1)); print(b); t('fromfile', lambda: b.fromfile(f, 5)); print(b); t('fromfile', lambda: b.fromfile(f, -1)); t('ff', lambda: b.fromfile(5,1)); t('ff', lambda: b.tofile(5)); t('ff', lambda: b.fromfile(f,'x'))
class R:
    def read(self, n): return 'abc'
t('ff', lambda: b.fromfile(R(), 1))
u = A('u', 'ab'); t('u', lambda: u.fromunicode('cd')); t('u', lambda: u.fromunicode(5)); t('u', lambda: u.append('x')); t('u', lambda: u.append('xy')); t('u', lambda: u); t('u', lambda: u.tolist()); t('u', lambda: u[0]); t('u', lambda: u.tobytes()); t('u', lambda: u.extend('zz')); t('u', lambda: u == A('u','abcdxzz')); t('u', lambda: u.count('z')); t('u', lambda: repr(u)); t('u', lambda: u.tounicode())
class S(A):
    def __init__(self, *x): self.extra = 5
s = S('b', [1,2]); t('sub', lambda: (s, s.extra, s+s, type(s+s), type(s[:1]), type(s*2), s.__reduce_ex__(2), s.__reduce_ex__(3)))
class K(A):
    def __new__(cls, x, **k): return A.__new__(cls, 'b', x)
    def __init__(self, x, **k): self.k = k
t('subkw', lambda: (K([1], z=2), K([1], z=2).k))
t('rec', lambda: array._array_reconstructor(A, 'i', 8, b'\1\0\0\0')); t('rec', lambda: array._array_reconstructor(A, 'x', 8, b'')); t('rec', lambda: array._array_reconstructor(A, 'i', 99, b'')); t('rec', lambda: array._array_reconstructor(int, 'i', 8, b'')); t('rec', lambda: array._array_reconstructor(A, 'i', 9, b'\0\0\0\1')); t('rec', lambda: array._array_reconstructor(A, 'b', 11, b'\0\0\0\1')); t('rec', lambda: array._array_reconstructor(A, 'd', 14, b'\0'*8)); t('rec', lambda: array._array_reconstructor(A, 'u', 18, b'a\0')); t('rec', lambda: array._array_reconstructor(A, 'i', 8, 'x')); t('rec', lambda: array._array_reconstructor(A, 1, 8, b'')); t('rec', lambda: array._array_reconstructor(5, 'i', 8, b'')); t('rec', lambda: array._array_reconstructor(A, 'l', 8, b'\1\0\0\0\2\0\0\0')); t('rec', lambda: array._array_reconstructor(A, 'h', 8, b'\1\0\0\0')); t('rec', lambda: array._array_reconstructor(A, 'i', 8, b'\1\0\0'))
it = iter(A('b',[1,2,3])); t('it', lambda: (next(it), it.__reduce__(), next(it))); t('it', lambda: it.__setstate__(0)); t('it', lambda: list(it)); t('it', lambda: it.__reduce__()); t('it', lambda: type(it))
it = iter(A('b',[1,2,3]));  t('it', lambda: it.__setstate__(-5)); t('it', lambda: next(it)); t('it', lambda: it.__setstate__('x')); t('it', lambda: it.__setstate__(99)); t('it', lambda: next(it, 'end'))
x = A('i')
for i in range(40): x.append(i); print(sys.getsizeof(x), end=' ')
for i in range(40): x.pop(); print(sys.getsizeof(x), end=' ')
x.extend(range(10)); print(sys.getsizeof(x)); x.extend(A('i',range(10))); print(sys.getsizeof(x)); print(sys.getsizeof(A('i', range(10))), sys.getsizeof(A('i', list(range(10)))), sys.getsizeof(x*3), sys.getsizeof(x+x), sys.getsizeof(x[2:5]))
del x[2:10]; print(sys.getsizeof(x))
print(gc.is_tracked(A('b')), gc.is_tracked(iter(A('b'))))
class W(A): pass
import weakref
w = A('b'); r = weakref.ref(w, lambda r: print('gone')); print(r() is w); del w
class D(A):
    def __del__(self): print('del', self.tolist())
d = D('b',[1]); e = memoryview(d); del d; print('held'); e.release(); print(e)
t('pos', lambda: A('b').count()); t('pos', lambda: A('b').insert(1)); t('pos', lambda: A('b').pop(1,2)); t('pos', lambda: A('b').append(x=1)); t('pos', lambda: A('b').index(1,2,3,4))
match A('i',[1,2]):
    case [x, y]: print('seq', x, y)
    case _: print('no')
