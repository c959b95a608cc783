# Locks, thread-local objects and what else _thread has for one thread.
import _thread,weakref,gc,sys
def t(f, *a, **k):
    try: print(re_(repr(f(*a, **k))))
    except BaseException as e: print(type(e).__name__, e)
def re_(s):
    i=s.find('0x')
    while i>=0:
        j=i+2
        while j<len(s) and s[j] in '0123456789abcdef': j+=1
        s=s[:i]+'ADDR'+s[j:]
        i=s.find('0x')
    i=s.find('owner=1')
    if i>=0:
        j=i+6
        while j<len(s) and s[j] in '0123456789': j+=1
        s=s[:i]+'owner=N'+s[j:]
    return s
l=_thread._local()
print(weakref.getweakrefcount(l), len(gc.get_referrers(l)))
t(_thread._local,1); t(_thread._local,x=1)
t(lambda:l.x); l.x=1; t(lambda:l.x); t(lambda:l.__dict__); del l.x; t(delattr,l,'x'); t(setattr,l,'__dict__',{}); t(delattr,l,'__dict__')
class L(_thread._local):
    n=5
    def __init__(self,*a,**k): print('init',a,k); self.v=a
m=L(1,k=2); t(lambda:m.v); t(lambda:m.__dict__); t(lambda:m.n); m.n=6; t(lambda:m.n); t(lambda: L.n); t(lambda: m.zz)
class S(_thread._local):
    __slots__=('q',)
s=S(); s.q=1; s.r=2; print(s.q,s.r,s.__dict__)
class D: 
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
    def __repr__(s): return 'D'
m.a=D('a'); m.b=D('b')
m2=L(D('arg'),k=D('kw')); m2.z=D('z'); del m2.v
del m2
print('--')
m.me=m
del m; gc.collect()
R=_thread.RLock
t(R,3); t(R,x=1); t(_thread.lock if hasattr(_thread,'lock') else _thread.LockType)
r=R(); t(r.locked if hasattr(r,'locked') else int); r.acquire(); t(r.acquire,False); t(r.acquire,timeout=-2);t(r.acquire,False,3)
t(lambda: r)
t(_thread.stack_size); t(_thread.stack_size,100); t(_thread.stack_size,-1); t(_thread.stack_size,32767); t(_thread.stack_size,53248); t(_thread.stack_size,'x'); t(_thread.stack_size,0)
l=_thread.allocate_lock(); l.acquire(); t(l.acquire,True,1e10); t(l.acquire,True,10**20); t(l.acquire,timeout=-0.5)
t(_thread._excepthook,3); 
class T: name='worker'
try: 1/0
except Exception as e: t(_thread._excepthook, _thread._ExceptHookArgs((type(e),e,e.__traceback__,T)))
t(_thread._excepthook, _thread._ExceptHookArgs((SystemExit,SystemExit(),None,T)))
t(_thread.allocate_lock,1)
l=_thread.allocate_lock()
t(lambda: l)
t(l.release); t(l.acquire); t(l.acquire, False); t(l.acquire, 0); t(l.acquire, True, 0.001); t(l.acquire, timeout=0); t(l.acquire, False, 1); t(l.acquire, True, -2); t(l.acquire, True, 1e30); t(l.acquire, 'x', 'y'); t(l.acquire,1,2,3); t(l.acquire, foo=1)
t(l.acquire, True, float('nan'))
t(l.acquire, False, -1)
print(re_(repr(l)), l.locked(), l.locked_lock())
t(l.release)
t(l.__enter__); t(l.__exit__, 1,2,3); t(l.__exit__); t(l._at_fork_reinit)
with l: print(l.locked())
L=_thread.LockType
t(L); t(L, 3); t(L, x=3)
try:
    class X(L): pass
except Exception as e: print(e)
r=R()
print(R, [m for m in ('locked','_recursion_count') if hasattr(r,m)])
cl=re_
print(cl(repr(r))); t(r.release); t(r.acquire); t(r.acquire); print(cl(repr(r))); t(r._is_owned); t(r._recursion_count)
s=r._release_save(); print(s[0], s[1]==_thread.get_ident()); t(lambda:r); t(r._release_save); r._acquire_restore(s); t(lambda:r); t(r._acquire_restore, 3); t(r._acquire_restore,(1,)); t(r._acquire_restore,(1,2,3)); 
t(r.release); t(r.release); t(r.release); t(r.__enter__); t(r.__exit__,None,None,None); t(r._at_fork_reinit); t(r._is_owned)
class X(R): pass
x=X(); x.a=1; t(lambda: x)
print(type(weakref.ref(l)()), type(weakref.ref(r)()))
print(_thread.TIMEOUT_MAX, _thread.get_ident()>0, _thread.get_native_id()>0, _thread._count())
t(_thread.start_new_thread); t(_thread.start_new_thread, 3, ()); t(_thread.start_new_thread, int, 3);  t(_thread.start_new_thread, int, (), 3)
t(_thread.exit); t(_thread.exit_thread)
if hasattr(_thread,'_set_sentinel'):
    k=_thread._set_sentinel(); print(type(k), weakref.getweakrefcount(k)); 
if hasattr(_thread,'set_name'): t(_thread.set_name,'x'); t(_thread._get_name); t(_thread.set_name,3)
E=_thread._ExceptHookArgs
t(E); t(E,(1,2,3,4)); t(E,(1,2)); t(E,3); t(E,(1,2,3,4),{}); t(E,(1,2,3,4),3)
print(E.n_fields,E.n_sequence_fields,E.n_unnamed_fields,E.__match_args__, E.__module__, E.__name__, E.__qualname__)
t(E((1,2,3,4)).__reduce__)
if sys.version_info>=(3,13):
    H=_thread._ThreadHandle
    h=H(); t(lambda:h)
    t(h.join); t(h.join,1); t(h.is_done); t(lambda:h.ident); t(h._set_done); t(h.is_done); 
    m=_thread._make_thread_handle(_thread.get_ident()); t(m.is_done); t(m.join); t(lambda:m.ident==_thread.get_ident()); t(m._set_done); t(m.is_done); t(m.join); t(m.join,-1); t(m.join,'x'); t(m.join,1,2)
    t(_thread._make_thread_handle,'x'); t(H,3); t(_thread._make_thread_handle,-1)
    try:
        class X(H): pass
    except Exception as e: print(e)
    t(_thread._shutdown); t(_thread.daemon_threads_allowed); t(_thread._is_main_interpreter)
    t(_thread.start_joinable_thread); t(_thread.start_joinable_thread,3); t(_thread.start_joinable_thread,int,handle=3)
