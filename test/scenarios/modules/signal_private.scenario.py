# Signals that a program sends to itself: handlers, what they get, and when the table lets go of them.
import _signal as S,sys,gc
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__,e)
print({k:v for k,v in vars(S).items() if k.startswith(('SIG','NSIG','ITIMER'))})
t(S.getsignal,2); t(S.getsignal,13); t(S.getsignal,0); t(S.getsignal,65); t(S.getsignal,'x'); t(S.signal,2,3); t(S.signal,2,None); t(S.signal,99,1); t(S.signal,9,1); t(S.signal,32,0)
t(S.strsignal,2); t(S.strsignal,100); t(S.strsignal,40); t(S.strsignal,0); t(S.strsignal,65);t(S.valid_signals)
t(S.default_int_handler); t(S.default_int_handler,2,None); t(S.default_int_handler,1,2,3)
print([S.strsignal(i) for i in range(1,65)])
print([S.getsignal(i) for i in range(6,65)])
t(S.raise_signal,0); t(S.raise_signal,99); t(S.raise_signal,2)
t(S.signal,10,lambda a,b: print('got',a,type(b).__name__, b.f_code.co_name, b.f_lineno)); t(S.raise_signal,10); t(S.set_wakeup_fd,-1); t(S.set_wakeup_fd,'x'); t(S.set_wakeup_fd,99); t(S.alarm,0); t(S.siginterrupt,2,False); t(S.siginterrupt,99,False); t(S.getitimer,0); t(S.getitimer,9); t(S.setitimer,0,0); t(S.pthread_sigmask,0,[]); t(S.pthread_sigmask,0,[2]); t(S.pthread_sigmask,2,[]); t(S.sigpending)
print(S.struct_siginfo.n_fields, S.struct_siginfo.__match_args__)
t(S.raise_signal,17)
def boom(n,f): raise ValueError(n)
print(S.signal(12,boom)); 
try: S.raise_signal(12)
except ValueError as e: print('boom',e)
S.signal(12,1); S.raise_signal(12); print(S.getsignal(12)); print(S.signal(12,S.SIG_DFL))
class H:
    def __init__(s,n): s.n=n
    def __call__(s,*a): print('call',s.n,a[0])
    def __del__(s): print('del',s.n)
S.signal(10,H('a')); S.raise_signal(10); S.signal(10,H('b')); S.raise_signal(10); print(type(S.signal(10,S.SIG_IGN)).__name__)
S.signal(12,H('exit12')); S.signal(10,H('exit10'))
import _thread
try: _thread.interrupt_main(); print('not')
except KeyboardInterrupt: print('KI')
_thread.interrupt_main(15); _thread.interrupt_main(10)
class Keep:
    def __del__(s): print('keep del', S is None)
k=Keep()
import atexit; atexit.register(lambda: print('atexit', type(S.getsignal(10)).__name__))
