# An expression that fails lets go of its operands in the order in which its instruction does.
import heapq


class T:
    def __init__(s,n): s.n=n
    def __del__(s): print(s.n)
    __hash__ = None
def attempt(name, function):
    print(name)
    try: function()
    except Exception as e: print(type(e))
def st(): T(1).x.y = T(2)
def ss(): 
    T(1)[T(2)] = T(3)
def ds(): del T(1)[T(2)]
def sa():
    class S: __slots__=()
    o = S()
    S().x = T(2)
def ia():
    a = T(1); a += T(2)
def up(): a, b = T(1)
def fmt(): f"{T(1):x}{T(2):y}"
def kw(): len(T(1), x=T(2))
def sp(): print(*T(1), **T(2))
def sp2(): f(T(1), *[T(2)], **{"k": T(3)})
def sp3(): len(T(1), *[T(2)], **{"k": T(3)})
def f(): pass
def nf(): f(T(1), T(2))
def nfk(): f(T(1), k=T(2))
def cl(): T(T(1), T(2))
def ob(): object(T(1), T(2))
def it(): isinstance(T(1), T(2))
def seti(): {T(1), T(2)}
def dicti(): {T(1): T(2)}
def dicti2(): {1: T(9), T(1): T(2)}
def call(): T(1)(T(2), T(3))
def cmp(): T(1) < T(2)
def isin(): T(1) in T(2)
def meth(): [].index(T(1), T(2))
def meth2(): [].index(T(1))
def unp(): [*T(1)]
def unp2(): [T(0), *T(1)]
def rz(): raise T(1) from T(2)
def wi():
    with T(1): pass
def ge(): getattr(T(1), T(2))
def seta(): setattr(T(1), T(2), T(3))
def div(): divmod(T(1), T(2))
def pw(): pow(T(1), T(2), T(3))
def rng(): range(T(1), T(2))
def strj(): "".join([T(1), T(2)])
def mx(): max(T(1), T(2), T(3), key=T(4))
def ty(): type(T(1), T(2), T(3))
def dd(): dict(T(1), k=T(2))
def im(): int(T(1), T(2))
def mp(): list(map(T(1), T(2)))
def zp(): zip(T(1), T(2))
def sm(): sum(T(1), T(2))
def so(): sorted(T(1), key=T(2))
def push(): heapq.heappush([T(1)], T(2))
def heap(): heapq.heapify([T(1), T(2)])
def sort(): sorted([T(1), T(2)])


for name, function in list(globals().items()):
    if callable(function) and name not in ("T", "attempt", "f"):
        attempt(name, function)
