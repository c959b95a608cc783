# The C part of warnings: filters, registries, stack levels, and who shows a warning.
import _warnings as W,sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k)),file=sys.stderr)
    except BaseException as e: print(type(e).__name__,e,file=sys.stderr)
print('warnings' in sys.modules, W.filters, W._onceregistry, W._defaultaction,file=sys.stderr)
t(W.warn,'hi'); t(W.warn,'hi'); t(W.warn,'x',3); t(W.warn,'x',int); t(W.warn,UserWarning('u')); t(W.warn,'x',Warning,stacklevel=5); t(W.warn); t(W.warn,1,2,3,4,5); t(W.warn,'x',None); t(W.warn,3); t(W.warn,'x',stacklevel='a'); t(W.warn,'q',UserWarning,0); t(W.warn,'neg',UserWarning,-1)
if sys.version_info>=(3,12):
    t(W.warn,'sk',UserWarning,1,None,skip_file_prefixes=('a',)) ; t(W.warn,'sk',skip_file_prefixes=['a']); t(W.warn,'sk',skip_file_prefixes=(3,));
print(globals()['__warningregistry__'],file=sys.stderr)
print(sys.__dict__.get('__warningregistry__'),file=sys.stderr)
t(W.warn_explicit,'e',UserWarning,'file.py',3); t(W.warn_explicit,'e',UserWarning,'file.py',3,'mod'); t(W.warn_explicit,'e',UserWarning,'',3); t(W.warn_explicit,'none',UserWarning,'f.py',3,None); t(W.warn_explicit,'r',UserWarning,'f',3,'m',3); t(W.warn_explicit,'r',int,'f',3); t(W.warn_explicit,'r',3,'f',3); t(W.warn_explicit); t(W.warn_explicit,'r',UserWarning,3,3)
r={}
t(W.warn_explicit,'e',UserWarning,'f.py',3,'m',r); t(W.warn_explicit,'e',UserWarning,'f.py',3,'m',r); print(r,file=sys.stderr)
for a in 'module','once','always','error','ignore','default','bogus','all':
    W.filters.insert(0,(a,None,Warning,None,0)); 
    if hasattr(W,'_acquire_lock'): W._acquire_lock(); W._filters_mutated_lock_held(); W._release_lock()
    else: W._filters_mutated()
    r={}
    t(W.warn_explicit,'m',UserWarning,'f.py',3,'m',r);t(W.warn_explicit,'m',UserWarning,'f.py',4,'m',r); print(a,r,W._onceregistry,file=sys.stderr)
    t(W.warn_explicit,'m',UserWarning,'f.py',5,'m');t(W.warn_explicit,'m',UserWarning,'f.py',4,'m'); print(a,W._onceregistry,file=sys.stderr)
    del W.filters[0]
W.filters.insert(0,3); t(W.warn,'x1'); W.filters[0]=(3,None,Warning,None,0); t(W.warn,'x2'); W.filters[0]=('error',None,Warning,None,'a'); t(W.warn,'x3'); W.filters[0]=('error','x4',Warning,None,0); t(W.warn,'x4'); t(W.warn,'x5'); W.filters[0]=('error',3,Warning,None,0); t(W.warn,'x6'); W.filters[0]=('error',None,Warning,None,7); t(W.warn_explicit,'x7',UserWarning,'f',7); t(W.warn_explicit,'x8',UserWarning,'f',8);W.filters[0]=('ignore',None,3,None,7);t(W.warn_explicit,'x8',UserWarning,'f',8)
del W.filters[0]
t(W.warn_explicit,'g',UserWarning,'f',2,'m',None,3)
class Ld:
    def get_source(s,n): print('get',n,file=sys.stderr); return 'a\n   b\nc'
def f(): W.warn('in f',DeprecationWarning,2)
f()
exec("import _warnings;_warnings.warn('from exec',DeprecationWarning)",{'__name__':'other'})
exec("import _warnings;_warnings.warn('from exec')",{'__name__':None})
exec("import _warnings;_warnings.warn('from exec2')",{})
exec("import _warnings;_warnings.warn('from exec3')",{'__name__':3})
class Out:
    def write(s,x): print('W',repr(x),file=sys.__stderr__)
    def flush(s): pass
sys.stderr=Out(); W.warn('custom'); sys.stderr=sys.__stderr__
class Cat(UserWarning):
    def __del__(s): print('del',s.args,file=sys.stderr)
class Src: 
    def __del__(s): print('src del',file=sys.stderr)
W.warn(Cat('own')); W.warn('txt',Cat)
try:
    W.filters.insert(0,('error',None,Cat,None,0)); W.warn('err',Cat)
except Cat as e: print('caught',e.args,e.__context__,file=sys.stderr)
del W.filters[0]

m=type(sys)('warnings')
class WM:
    def __init__(s,*a): s.a=a; print('WM',a[1:6],file=sys.stderr)
m.WarningMessage=WM; m._showwarnmsg=lambda w: print('show',type(w).__name__,file=sys.stderr); m.filters=[('always',None,Warning,None,0)]
sys.modules['warnings']=m
W.warn('py'); W.warn('py2',UserWarning,1,Src())
m._showwarnmsg=3; t(W.warn,'py3')
del m.WarningMessage; m._showwarnmsg=len; t(W.warn,'py4')
m.filters=3; t(W.warn,'py5')
m.filters=[]; m.defaultaction='error'; t(W.warn,'py6'); m.defaultaction=3; t(W.warn,'py7')
sys.stderr=None; del sys.modules['warnings']; W.filters=[]; W.warn('lost')
