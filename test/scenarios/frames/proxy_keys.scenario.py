"""Keys of a frame's `f_locals`: unhashable ones, subclasses of str, objects that compare like a name."""
import sys
class H:
    def __hash__(self): print('hash'); return hash('x')
    def __eq__(self, o): print('eq', o if isinstance(o, str) else 'H'); return o == 'x'
class S(str):
    def __hash__(self): print('shash'); return str.__hash__(self)
    def __eq__(self, o): print('seq'); return str.__eq__(self, o)
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def f():
    x = 1
    p = sys._getframe().f_locals
    for k in (H(), S('x'), S('q'), 5, []):
        print('--', type(k).__name__)
        show(lambda: p[k]); show(lambda: k in p); show(lambda: p.get(k))
        def s(): p[k] = 2
        show(s); show(lambda: p[k])
f()
