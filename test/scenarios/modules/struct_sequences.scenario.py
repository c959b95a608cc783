# Tuples with named fields: made from Python, with fields that are attributes only.
import sys
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
class D: 
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
import time
t(time.struct_time,(1,2,3,4,5,6,7,8,9)); t(lambda:time.struct_time((1,)*11).tm_zone); t(lambda:time.struct_time((1,)*9,{'tm_zone':'x'}).tm_zone)
t(time.struct_time,(1,)*8); t(time.struct_time,(1,)*12); t(time.struct_time,(1,)*9,{'bad':1});t(time.struct_time,(1,)*9,{'tm_year':1})
t(time.struct_time,sequence=(1,)*9,dict={}); t(time.struct_time,(1,)*10,{'tm_zone':1});t(time.struct_time); t(time.struct_time,[1]*9); t(time.struct_time,iter([1]*9)); t(time.struct_time,(1,)*11,None)
t(time.struct_time((1,)*11).__reduce__); t(time.struct_time((1,)*9).__reduce__)
r=time.struct_time((1,)*11)
if hasattr(r,'__replace__'):
    t(r.__replace__, tm_year=5, tm_zone='q'); t(lambda:r.__replace__(tm_zone='q').tm_zone); t(r.__replace__, bad=1); t(r.__replace__,1); t(r.__replace__,bad=1,worse=2)
    t(lambda: sys.version_info.__replace__(minor=5,micro=0))
t(lambda: type(sys.version_info)((1,2,3,4,5)))
t(lambda: type(sys.flags)())
t(lambda: time.struct_time((1,)*9)==(1,)*9); t(lambda: hash(time.struct_time((1,)*9))==hash((1,)*9)); t(lambda: time.struct_time((1,)*11)[10]);t(lambda: time.struct_time((1,)*11)[2:4]); t(lambda:time.struct_time((1,)*9)+(1,))
try:
    class Z(time.struct_time): pass
except Exception as e: print(e)
try: time.struct_time((1,)*9).tm_year=3
except Exception as e: print(e)
t(lambda: sys.flags.n_fields)
t(lambda: time.gmtime(0).tm_zone); t(lambda: time.gmtime(0).tm_gmtoff)
for n in 'gil','thread_inherit_context','context_aware_warnings','lazy_imports': t(lambda: getattr(sys.flags,n))
d=D('hidden'); q=time.struct_time((1,)*10+(d,)); del d; print('q'); del q; print('gone')
del r
