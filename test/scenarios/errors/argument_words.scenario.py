"""Wrong arguments of warnings, casts of memory, times, and keys of a frame's locals."""
import warnings, time, sys
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Cls: pass
class O:
    class I: pass
for c in (int, 5, Cls, O.I, 'x', None, Cls(), Exception, object, type):
    show(lambda: warnings.warn('m', c))
    show(lambda: warnings.warn_explicit('m', c, 'f', 1))
for a in (b"a'b", b'a"b', b'\'"', b'\\\'', b"'", b'\n\'\x00'):
    print(bytearray(a), bytes(a))
class BA(bytearray): pass
print(BA(b"a'b"))
m = memoryview(b'12345678')
for f in '=I', 'II', '', 'd', 'z', '>b', 'F', 'D', 'P', '@P', '?', '@@b', 'n', 's', 'p', 'x', '4s', 'g', '@F':
    show(lambda: m.cast(f).itemsize)
for x in ('s', 1.5, None, [], 2**70, 1e400, float('nan'), True):
    for f in (time.sleep, time.gmtime, time.localtime, time.ctime, time.mktime, time.asctime, time.strftime):
        if f is time.sleep and not isinstance(x, (str, list, type(None))) and not (isinstance(x, float) and x != x) and x != 2**70: continue
        show(lambda: type(f(x)))
def f():
    x = 1
    p = sys._getframe().f_locals
    show(lambda: p[[]]); show(lambda: [] in p); show(lambda: p.setdefault([], 1)); show(lambda: p.get([])); show(lambda: p.pop([])); show(lambda: p.pop([], 1))
    show(lambda: p.update({(): 1}))
    def s(): p[[]] = 1
    def d(): del p[[]]
    show(s); show(d); show(lambda: p.__contains__({}))
    show(lambda: p.pop('x')); show(lambda: p.pop('y')); show(lambda: p.pop('y', 3)); show(lambda: p.get('y')); show(lambda: p['y'])
f()
