# How an array changes, by items, slices and methods, and while somebody looks at its memory.
import array, sys, io, copy, struct, gc, warnings
warnings.simplefilter('ignore')
A = array.array
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, ascii(str(e)))
a = A('i', [1,2,3,4,5])
for st in ['a[0]=9','a[-1]=8','a[5]=1','a["x"]=1','a[0]="x"','a[0]=2**40','a[1:3]=A("i",[7,7,7])','a[1:3]=[1,2]','a[1:3]=A("b",[1])','a[::2]=A("i",[0,0,0])','a[::2]=A("i",[0])','a[::2]=A("i",[6,6,6,6])','del a[0]','del a[-1]','del a[99]','del a[::2]','del a[1:2]','a[:]=a','a[0:0]=a','a[::-1]=a','a[1:1]=A("i")','a+=a','a+=[1]','a*=2','a*=0','a.append(5)','a.append("x")','a.append(2**40)','a.append()','a.extend([1,2])','a.extend(A("i",[3]))','a.extend(A("b",[3]))','a.extend(range(2))','a.extend("ab")','a.extend(5)','a.extend([1,"x",2])','a.insert(0,9)','a.insert(100,9)','a.insert(-1,8)','a.insert("x",1)','a.insert(0,"x")','a.pop()','a.pop(0)','a.pop(-2)','a.pop(99)','a.pop("x")','a.remove(9)','a.remove(999)','a.reverse()','a.fromlist([1,2])','a.fromlist((1,2))','a.fromlist([1,"x"])','a.fromlist(5)','a.frombytes(b"abcd")','a.frombytes(b"abc")','a.frombytes("abcd")','a.frombytes(A("b",[1,2,3,4]))','a.frombytes(memoryview(b"abcdefgh")[::2])','a.fromunicode("a")','a.foo=1','a.typecode="b"','a[None]=1','a[1:2]=5','a.__setitem__(0,3)','a.__delitem__(0)','a.__setitem__(slice(0,1),A("i",[4,4]))']:
    def f(): exec(st); return a
    t(st, f)
A('b').pop
t('pop empty', lambda: A('b').pop())
m = memoryview(a)
for st in ['a.append(1)','a.extend([1])','a.pop()','a[0]=1','a[0:1]=A("i",[1])','a[0:1]=A("i",[1,2])','del a[0]','a.frombytes(b"abcd")','a.insert(0,1)','a*=2','a+=A("i",[1])','a.reverse()','a.byteswap()','a.fromlist([1])','a.remove(1)','a.fromlist([])','a.extend(A("i"))','a*=1', 'a.clear()', 'a[:]=a','a.frombytes(b"")']:
    t('held '+st, lambda: exec(st))
m[0] = 77; print(a[0]); m.release(); a.append(1)
