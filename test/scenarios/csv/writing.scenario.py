# Each row under each dialect; then writers as objects.
import _csv, io, sys
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, e)
kws = [{}, dict(doublequote=False, escapechar='\\'), dict(quoting=1), dict(quoting=2), dict(quoting=3), dict(quoting=3, escapechar='\\'), dict(quotechar=None)]
if sys.version_info >= (3, 12): kws += [dict(quoting=4), dict(quoting=5)]
rows = [['a','b'], [], [''], ['',''], [None], [None, None], [1, 2.5, 'x'], ['a,b', 'c"d', "e'f"], ['a\nb', 'c\rd'], ['a;b'], [' a', 'b '], ['\\'], 'abc', [True, 1j, [1]], ['é😀'], ['"'], ['\0'], (1,), {'k': 1}, [b'a'], [float('nan'), 1e100, 10**20], ['a\\"b'], ['\r\n'], ['x\ty'], ["'"], ['',None], [None,''], ['a ', ' '], [' '], ['', 'x']]
kws += [dict(quotechar="'", doublequote=False, escapechar='!'), dict(quoting=3, quotechar=None, escapechar='\\'), dict(escapechar='!'), dict(lineterminator='xy'), dict(delimiter=' ', skipinitialspace=True), dict(skipinitialspace=True,quoting=3,escapechar='\\', delimiter=' ')]
for kw in kws:
    for row in rows:
        def f():
            o = io.StringIO(newline=''); w = _csv.writer(o, **kw); x = w.writerow(row); return x, o.getvalue()
        t('', f)
w = _csv.writer(io.StringIO())
t('wr', lambda: w.writerow(1)); t('wr', lambda: w.writerow()); t('wrs', lambda: w.writerows(1)); t('wrs', lambda: w.writerows([[1],[2]])); t('wrs', lambda: w.writerows([1])); t('dia', lambda: w.dialect.quoting); t('nowrite', lambda: _csv.writer(1)); t('no', lambda: _csv.writer())
class F: write = 5
t('nocall', lambda: _csv.writer(F()))
class G:
    def write(self, x): return ('ret', x)
t('ret', lambda: _csv.writer(G()).writerow([1,2])); t('ret', lambda: _csv.writer(G()).writerows([[1,2]]))
class S:
    def __str__(self): raise ValueError('str')
t('str', lambda: w.writerow([S()]))
def g(): yield 1; raise KeyError('g')
t('gen', lambda: w.writerow(g())); t('gen', lambda: w.writerows(g()))
class It:
    def __iter__(self): raise KeyError('it')
t('iter', lambda: w.writerow(It())); t('iter', lambda: w.writerows(It())); t('iter', lambda: _csv.reader(It()))
class SS(str): 
    def __str__(self): return 'zz'
class SI(int):
    def __str__(self): return 'si'
class Fl(float):
    def __repr__(self): return 'fl'
def f():
    o = io.StringIO(); _csv.writer(o, quoting=2).writerow([SS('q'), SI(4), Fl(2.5), 1.0]); return o.getvalue()
t('sub', f)
import copy
d = _csv.Dialect(); r = _csv.reader([])
t('pk', lambda: copy.copy(d)); t('pk', lambda: copy.copy(r)); t('pk', lambda: copy.copy(w))
