# What an array answers.
import array, sys, io, copy, struct, gc, warnings
warnings.simplefilter('ignore')
A = array.array
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, ascii(str(e)))
a = A('i', [1,2,3,4])
for e in ['a[0]','a[-1]','a[4]','a[-5]','a["x"]','a[1.5]','a[10**30]','a[1:3]','a[::2]','a[::-1]','a[5:]','len(a)','2 in a','9 in a','"x" in a','a+a','a+[1]','a+A("b")','a*2','2*a','a*-1','a*"x"','a*10**30','a==A("i",[1,2,3,4])','a==A("b",[1,2,3,4])','a==[1,2,3,4]','a!=a','a<A("i",[1,2,4])','a<A("d",[1,2,3,4.5])','a<=a','a>1','a<1','hash(a)','bool(A("i"))','next(iter(a))','list(a)','list(reversed(a))','repr(a)','str(A("d",[1.5,float("nan")]))','repr(A("u","a\'b"))','repr(A("b"))','a.tolist()','a.tobytes()','a.count(2)','a.count("a")','a.index(3)','a.index(9)','a.index(1,1)','a.index(3,-2)','a.index(3,0,2)','a.index()','a.buffer_info()[1]','A("b").buffer_info()[1]','a.__copy__()','copy.deepcopy(a)','copy.copy(a) is a','a.__reduce_ex__(2)','a.__reduce_ex__(3)','a.__reduce_ex__(0)','a.__reduce_ex__("x")','a.byteswap()','a','a.byteswap()','A("d",[1.5]).byteswap()','A("b",[1]).byteswap()','memoryview(a).format','memoryview(a).shape','memoryview(a).tolist()','memoryview(A("u","ab")).format','memoryview(A("u","ab")).tolist()','memoryview(A("d",[1.5]))[0]','bytes(a)','bytearray(A("b",[1,2]))','struct.unpack("<4i", a)','max(a)','sum(a)','sorted(a)','a.tounicode()','A("u","xyz").tounicode()','A("b",[104,105]).tobytes().decode()','b"x"+A("b",[1])','b"".join([A("b",[65])])','int(A("b",b"12"))','isinstance(a, A)','sys.getsizeof(a)','a.__sizeof__()', 'a.typecode','a.itemsize','a.__class_getitem__(int)','A[int]','a.__iadd__(a)','a','a.__imul__(2)','a','a.__imul__(0)','a','dir(a)==sorted(dir(a))','a.clear()']:
    t(e, lambda: eval(e))
