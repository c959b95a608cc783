"""`exec` and `eval`: arguments by keyword, closures, and what the namespaces may be."""
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
g = {'x': 1}
show(lambda: eval('x', globals=g)); show(lambda: eval('x', g, locals={'x': 2})); show(lambda: eval('y', locals={'y': 3})); show(lambda: eval(source='x')); show(lambda: eval('x', g, globals=g)); show(lambda: eval()); show(lambda: eval('1', None, None, None)); show(lambda: eval('1', globals=None, locals=None)); show(lambda: eval('1', foo=1))
show(lambda: exec('print(x)', globals=g)); show(lambda: exec('print(x)', g, locals={'x': 2})); show(lambda: exec('print(y)', locals={'y': 3})); show(lambda: exec(source='x')); show(lambda: exec()); show(lambda: exec('1', None, None, None)); show(lambda: exec('1', closure=5)); show(lambda: exec('1', foo=1))
show(lambda: eval('1', 5)); show(lambda: eval('1', {}, 5)); show(lambda: exec('1', globals=5)); show(lambda: exec('1', {}, locals=5)); show(lambda: eval('1', globals=[]));
def outer():
    a, b = 1, 2
    def inner():
        return print(a, b)
    return inner
i = outer()
code = i.__code__
from types import CellType
show(lambda: exec(code)); show(lambda: exec(code, closure=i.__closure__)); show(lambda: exec(code, closure=(CellType(5), CellType(6)))); show(lambda: exec(code, closure=(CellType(5),)))
show(lambda: exec(code, closure=[1, 2])); show(lambda: exec(code, closure=(1, 2))); show(lambda: exec(code, closure=None)); show(lambda: exec((lambda: print('free')).__code__, closure=())); show(lambda: exec((lambda: print('free')).__code__, closure=None))
show(lambda: exec(code, {}, {}, closure=(CellType(5), CellType()))); show(lambda: eval(code)); show(lambda: exec('1', closure=None)); show(lambda: exec('1', closure=()))
class M(dict):
    def __getitem__(s, k): print('get', k); return 7
    def __missing__(s, k): return 8
show(lambda: eval('q', {}, M())); show(lambda: eval('q', M())); show(lambda: eval('1', {}, [])); show(lambda: exec('1', {}, ())); show(lambda: eval('1', {}, object())); show(lambda: exec('1', {}, object())); show(lambda: eval('1', None, 5)); show(lambda: exec('1', None, 5))
