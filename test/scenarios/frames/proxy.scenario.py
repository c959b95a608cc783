# The proxy that f_locals is from 3.13 on (before: a dict), and the other attributes of frames.
import sys
def f():
    x=1
    y=[2]
    def g(): return y
    l=sys._getframe().f_locals
    T=type(l)
    print(T.__name__, T.__module__)
    print(len(l), list(l), 'x' in l, 'zz' in l, l['x'])
    l['x']=5; print(x)
    l['new']=7; print(sorted(l), sorted(locals()))
    print(sys._getframe().f_locals is l, sys._getframe().f_locals==l, l=={}, l!=l)
    try: del l['x']
    except Exception as e: print(type(e).__name__, e)
    try: del l['new']
    except Exception as e: print(type(e).__name__, e)
    try: del l['nope']
    except Exception as e: print(type(e).__name__, e)
    try: l['nope']
    except Exception as e: print(type(e).__name__, e)
    try: l.pop('x')
    except Exception as e: print(type(e).__name__, e)
    try: l.pop('nope', 3)
    except Exception as e: print(type(e).__name__, e)
    print(l.get('x'), l.get('q'), l.get('q',1), l.setdefault('x',9), l.setdefault('sd', 10))
    print(type(l.keys()), type(l.values()), type(l.items()), list(l.items())[:1], list(reversed(l)))
    l.update({'x':100,'u':1}); print(x, l['u'])
    l.update({"y":3}); print(y, g())
    try: l.update(3)
    except Exception as e: print(type(e).__name__, e)
    try: l.update(1,2)
    except Exception as e: print(type(e).__name__, e)
    c=l.copy(); print(type(c))
    print(type(l|{'a':1}), type({'a':1}|l))
    l|={'x':-1}; print(type(l), x)
    print(str(l)[:8])
    l[5]=6
    print(l[5], 5 in l)
    try: hash(l)
    except Exception as e: print(type(e).__name__, e)
    try: l[[]]
    except Exception as e: print(type(e).__name__, e)
    if T is dict: return
    try: T()
    except Exception as e: print(type(e).__name__, e)
    try: T(3)
    except Exception as e: print(type(e).__name__, e)
    print(type(T(sys._getframe())))
    print(bool(T(sys._getframe())), iter(l).__class__)
    a=locals(); b=locals(); print(a is b, type(a))
    a['x']='loc'; print(x)
    exec('x=44'); print(x)
    exec('z9=1'); print('z9' in locals())
    exec('x=45', None, sys._getframe().f_locals) ; print(x)
    print(eval('x'), [eval('x') for i in [0]])
    del y
    try: l['y']
    except Exception as e: print(type(e).__name__, e)
    l['y']='back'; print(y)
f()
fr=None
def h():
    global fr
    q=1
    fr=sys._getframe()
    yield q
    yield q
gen=h(); print(next(gen))
fr.f_locals['q']=9
print(next(gen))
l=fr.f_locals
gen.close()
print(dict(l), fr.f_locals)
def k():
    v='held'
    return sys._getframe()
fr=k(); print(fr.f_locals); fr.f_locals['v']=2; print(fr.f_locals['v']); 
l=fr.f_locals
fr.clear(); print(dict(l))
print(fr.f_back is None, fr.f_lineno, fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes)
fr.f_trace_lines=False; print(fr.f_trace_lines)
try: fr.f_trace_lines=3
except Exception as e: print(type(e).__name__, e)
fr.f_trace=print; print(fr.f_trace is print); del fr.f_trace; print(fr.f_trace)
for n in ('f_lineno',):
    try: setattr(fr,n,3)
    except Exception as e: print(type(e).__name__, e)
    try: delattr(fr,n)
    except Exception as e: print(type(e).__name__, e)
for n in ('f_back','f_code','f_globals','f_builtins','f_locals','f_lasti'):
    try: setattr(fr,n,3)
    except Exception as e: print(type(e).__name__, e)
print(sys._getframe().f_locals is globals())
class C:
    a=1
    print(sys._getframe().f_locals is locals(), sorted(sys._getframe().f_locals)[-1:])
    print([b for b in (1,) if 'b' in locals()], )
def comp():
    return [sorted(locals()) for i in (1,)], [sys._getframe().f_code.co_name for j in (1,)]
print(comp())
for d in (-1, 0, 100, 'a'):
    try: print(sys._getframe(d).f_code.co_name)
    except Exception as e: print(type(e).__name__, e)
if hasattr(sys,'_getframemodulename'): print(sys._getframemodulename(), sys._getframemodulename(0), sys._getframemodulename(99), sys._getframemodulename(depth=0))
