# itemgetter, attrgetter and methodcaller.
import _operator as operator

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

from_pair = operator.itemgetter(1)
print(from_pair("ab"), operator.itemgetter(0, 2)("xyz"), operator.itemgetter("k")({"k": 1}), operator.itemgetter(slice(2))([1, 2, 3]), sorted([(1, "b"), (2, "a")], key=from_pair))
class A:
    def __init__(self, **kw): self.__dict__.update(kw)
    def method(self, *args, **kw): return args, kw
a = A(x=1, inner=A(y=2, deep=A(z=N("deep"))))
print(operator.attrgetter("x")(a), operator.attrgetter("inner.y", "x")(a), operator.attrgetter("inner.deep.z")(a))
print(operator.methodcaller("method")(a), operator.methodcaller("method", 1, k=2)(a), operator.methodcaller("upper")("abc"))
print(from_pair, operator.itemgetter(1, "a"), operator.attrgetter("a.b", "c"), operator.methodcaller("m", 1, k=[2]))
for f in (lambda: operator.itemgetter(), lambda: from_pair(5), lambda: from_pair(), lambda: from_pair("a"), lambda: operator.attrgetter(1), lambda: operator.attrgetter("q")(a),
          lambda: operator.attrgetter("inner.q.z")(a), lambda: operator.methodcaller(), lambda: operator.methodcaller(5), lambda: operator.methodcaller("nope")(a), lambda: operator.itemgetter(1)(2, 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(operator.itemgetter(1).__reduce__(), operator.attrgetter("a.b").__reduce__(), operator.methodcaller("m", 1).__reduce__())
class Key(N):
    def __hash__(self): return 1
g = operator.itemgetter(Key("held by the getter"))
m = operator.methodcaller("m", N("held by the caller"), k=N("keyword"))
del g
del m
print("freed")
