# Absolute counts, which differ between versions.
import sys

class N:
    def me(self):
        return sys.getrefcount(self)

def argument(o):
    return sys.getrefcount(o)

def local():
    o = N()
    first = sys.getrefcount(o)
    p = o
    return first, sys.getrefcount(o), sys.getrefcount(p)

def two(a, b):
    return sys.getrefcount(a), sys.getrefcount(b)

n = N()
print(sys.getrefcount(n), argument(n), n.me(), local(), two(n, n))
print(sys.getrefcount(N()), argument(N()), N().me(), sys.getrefcount([]), sys.getrefcount(object()))
print(argument(*[n]), argument(o=n), (lambda o: sys.getrefcount(o))(n))
print([sys.getrefcount(x) for x in [n, N()]], sys.getrefcount([n][0]))
for x in (n,):
    print(sys.getrefcount(x))
print(sys.getrefcount(None) > 1000, sys.getrefcount(1) > 100, sys.getrefcount(()) > 100, sys.getrefcount("") > 100)
def generator(o):
    yield sys.getrefcount(o)
print(next(generator(n)), next(generator(N())))
class Fresh: pass
print(sys.getrefcount(Fresh) - sys.getrefcount(N))
instances = [Fresh() for _ in range(5)]
print(sys.getrefcount(Fresh) - sys.getrefcount(N))
