# The errors of wrong calls and wrong operands, unset names, unpacking, and what exceptions may be given.
def t(f):
    try: r=f(); print('ok', r)
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__notes__',''))
def f(a,b,/,c,*,d,e=1): pass
def g(): pass
def h(x,y=2): pass
class M:
    def m(self): pass
    def __call__(self, q): pass
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(z): pass
m = M()
for call in ('f()','f(1)','f(1,2)','f(1,2,3)','f(1,2,3,d=1,x=2)','f(1,2,3,4,d=1)','f(1,b=2,c=3,d=4)','f(a=1,b=2,c=3,d=4)','g(1)','g(1,2)','g(a=1)','h()','h(1,2,3)','h(1,x=2)','h(x=1,z=2)','h(1,yy=2)','m.m(1)','M.m()','m.m(x=1)','m()','m(1,2)','M.cm()','m.sm()','M(1)','M(x=1)','len()','len(1,2)','len(x=1)','int("a",base=1,z=2)','f(**{1:2})','h(*3)','h(**3)','h(1,**{"x":2})','h(x=1,**{"x":2})','print(foo=1)','sorted()','sorted(1,2)','dict(1)','dict([(1,2,3)])','range()','range(1,2,3,4)','isinstance(1)','getattr(1)','"a".join(1)','"a".join([1])','"".split(1)','[].append()','[].pop("a")','[1]["a"]','{}[[]]','(1)[0]','None.x','(lambda: 0).x','None()','1+"a"','"a"+1','[]+()','-"a"','1<"a"','len(5)','iter(5)','next([])','abs("a")','round("a")','sum(["a"])','max()','max([])','min(1)','ord("ab")','chr(-1)','int("x")','int([])','float("x")','complex("x")','hash([])','open','divmod(1,0)','1/0','1//0','1%0','1.0/0','2**-1*"a"','[].index(1)','{}.popitem()','set().pop()','"%d"%"a"','"%s"%(1,2)','"%s %s"%1','"{}".format()','"{a}".format()','"{:q}".format(1)','f"{1:q}"','type("A",(int,str),{})','type("A",(bool,),{})','type(1,2)','type("a")','super()','object(1)','object().x','int.x','M.x','m.x','setattr(1,"x",2)','del_','__import__("nope")','raise_','exec("1+")','eval("x y")','compile("","","q")','globals(1)','id()','callable()','zip(1)','map()','map(1)','filter(None)','enumerate()','reversed(1)','slice()','property(1,2,3,4,5)','staticmethod()','classmethod()','bytes("a")','bytes(-1)','bytearray("a")','bytes([256])','memoryview(1)','frozenset(1)','str(1,2)','str(b"a","q")','"a".encode("q")','"é".encode("ascii")','b"\\xff".decode()','ValueError.__new__(int)','BaseException.__new__(1)','Exception().with_traceback(1)','Exception().add_note(1)','ExceptionGroup("a",[])','ExceptionGroup(1,[ValueError()])','ExceptionGroup("a",[1])','ExceptionGroup("a",1)','ExceptionGroup("a",[BaseException()])','BaseExceptionGroup("a",[ValueError()]).split(1)','KeyError("a")','KeyError("a","b")','KeyError()','StopIteration(1).value','SystemExit(3).code','SystemExit(1,2).code','OSError(2,"x")','OSError(2,"x","f")','UnicodeDecodeError(1)','SyntaxError("m",("f",1,2,"t"))','SyntaxError("m",1)','ImportError("m",name="n",path="p",q=1)','NameError("x",name="y").name','AttributeError("a",obj=1).obj'):
    t(lambda: eval(call))
def loc():
    print(x); x=1
t(loc)
def loc2():
    del y
    y=1
t(loc2)
def loc3():
    def inner(): return z
    inner()
    z=1
t(loc3)
class CC:
    def _(self): return __class__
def unp():
    a,b=1
t(unp)
def unp():
    a,b=(1,)
t(unp)
def unp():
    a,b=(1,2,3)
t(unp)
def unp():
    a,*b,c=(1,)
t(unp)
def unp():
    for a,b in [1]: pass
t(unp)
e=Exception()
for n,v in (('__cause__',1),('__context__',1),('__traceback__',1),('args',1),('__suppress_context__',1),('__notes__',1)):
    def s(): setattr(e,n,v)
    t(s)
    def s(): delattr(e,n)
    t(s)
t(lambda: e.__setstate__({'a':1}) or e.a)
t(lambda: e.__setstate__(3))
t(lambda: e.__reduce__())
def rr(): raise 1
t(rr)
def rr(): raise int
t(rr)
def rr(): raise ValueError from 1
t(rr)
def rr(): raise
t(rr)
def rr():
    try: 1/0
    except 1: pass
t(rr)
def rr():
    try: 1/0
    except* 1: pass
t(rr)
def rr():
    try: 1/0
    except* ExceptionGroup: pass
t(rr)
def rr(): assert 0, 'msg'
t(rr)
def rr(): assert (lambda: 0)() , [1]
t(rr)
