def f[T](x: T) -> T:
    return x
print(f(1), f.__type_params__, f.__annotations__)
T, = f.__type_params__
print(type(T), T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__infer_variance__, T.__module__, repr(T))
type A = int
print(A, type(A), A.__name__, A.__value__, A.__type_params__, A.__module__, A.__parameters__)
type L[X] = list[X]
print(L, L.__type_params__, L.__value__, L[int], L[int].__origin__, L[int].__args__)
def g[T: int, U: (str, bytes), **P, *Ts](): pass
print(g.__type_params__, [p.__bound__ for p in g.__type_params__[:3]], g.__type_params__[1].__constraints__)
P = g.__type_params__[2]
print(P.args, P.kwargs, P.args == P.args, P.args.__origin__ is P)
def lazy[T: print("evaluated") or undefined](): pass
try:
    lazy.__type_params__[0].__bound__
except NameError as e:
    print(e)
type R = list[R]
print(R.__value__)
class K:
    class_attr = 5
    def m[T: class_attr](self): return T
    type V = class_attr
print(K.m.__type_params__[0].__bound__, K.V.__value__, K().m())
try:
    A[int]
except TypeError as e: print(e)
print(A | None, type(A | None))
try:
    class Sub(T): pass
except TypeError as e: print(e)
print(T.__reduce__())
