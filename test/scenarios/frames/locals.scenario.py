# locals(), vars(), dir(), exec and f_locals in functions, classes, comprehensions and generators; what a snapshot keeps alive.
import sys
class N:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
def f():
    x=N('x')
    a=locals()
    print(locals() is a, sorted(a))
    a['q']=1
    print('q' in locals())
    del x
    print('after del')
    print(sorted(locals()))
    exec('z=3')
    print(sorted(locals()), eval('sorted(locals())') )
    return 1
f()
print('--')
def g():
    y=N('y')
    locals()
    del y
    print('deleted')
    z=N('z')
g()
print('--')
def h():
    y=N('y')
    sys._getframe().f_locals
    del y
    print('deleted')
h()
def comp(p):
    return [sorted(locals()) for i in (1,)]
print(comp(1))
print([sorted(k for k in locals() if len(k)<3) for i in (1,)])
class C:
    a=1
    print([sorted(k for k in locals() if len(k)<3) for i in (1,)])
    b=[eval('i') for i in (1,2)]
    try: c=[eval('a') for i in (1,)]
    except NameError as e: print(e)
def d():
    v=1
    def inner():
        return dir(), vars(), v
    return inner()
print(d())
def k():
    fr=sys._getframe()
    w=1
    fr.f_locals['w']=2
    return w, fr.f_locals['w']
print(k())
def gen():
    a=1
    yield sys._getframe()
    b=2
    yield
g=gen(); fr=next(g); print(sorted(fr.f_locals)); next(g); print(sorted(fr.f_locals)); g.close(); print(dict(fr.f_locals))
try:
    def z():
        loc=5
        1/0
    z()
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals['loc'], e.__traceback__.tb_next.tb_frame.f_back is sys._getframe())
    e.__traceback__.tb_next.tb_frame.clear()
    print(dict(e.__traceback__.tb_next.tb_frame.f_locals))
