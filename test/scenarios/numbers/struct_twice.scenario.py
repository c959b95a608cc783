"""`Struct` with and without `__new__` and `__init__`, in the wrong order, twice, with wrong arguments."""
import struct, warnings
warnings.simplefilter('always')
def show(label, f):
    try: print(label, repr(f()))
    except Exception as e: print(label, type(e).__name__, e)
S = struct.Struct
def n(*a, **k): return S.__new__(S, *a, **k)

show(2, lambda: n().format)
show(3, lambda: n().size)
show(4, lambda: n().pack())
show(5, lambda: n('i').format)
def re():
    s = S('i'); s.__init__('h'); return s.format
show(6, re)
def re2():
    s = S('i'); s.__init__('i'); return s.format
show(7, re2)
def re3():
    s = S('i'); s.__init__(); return s.format
show(8, re3)
def re4():
    s = n('i'); s.__init__('q'); return s.format, s.size
show(9, re4)
def re5():
    s = n(); s.__init__('q'); return s.format, s.size
show(10, re5)
show(11, lambda: S()); show(12, lambda: S(1)); show(13, lambda: S('z')); show(14, lambda: S('i', 'j')); show(15, lambda: S(format='i').size); show(16, lambda: S(x=1)); show(17, lambda: n(1).size); show(18, lambda: n('z').size); show(19, lambda: n('i', 2).size); show(20, lambda: n(x=2).size)
class A(S): pass
class B(S):
    def __init__(self, *a): pass
class C(S):
    def __init__(self): super().__init__('ii')
class D(S):
    def __new__(cls, *a): return super().__new__(cls)
class E(S):
    def __new__(cls, *a): return super().__new__(cls, 'i')
    def __init__(self, *a): super().__init__('qq')
class F(S):
    def __init__(self, f): super().__init__('qq')
class G(S):
    def __init__(self, a, b): super().__init__(a)
for i, f in enumerate((lambda: A('i').size, lambda: A(), lambda: B('i').size, lambda: B().size, lambda: C().size, lambda: D('i').size, lambda: D().size, lambda: E().size, lambda: F('i').size, lambda: G('i', 2).size)):
    show('sub %d' % i, f)
def re6():
    s = S('i')
    try: s.__init__('z')
    except struct.error as e: print(e)
    return s.format, s.size
show(21, re6)
