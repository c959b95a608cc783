# Functions of operator on objects of every kind.
import _operator as operator

print(operator.add(1, 2), operator.concat("a", "b"), operator.mul("ab", 2), operator.matmul.__name__, operator.truediv(1, 4), operator.floordiv(7, 2), operator.mod("%s", 5), operator.pow(2, 8))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.inv(5), operator.neg(5), operator.pos(-5), operator.abs(-2), operator.not_([]), operator.truth("a"), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.lt(1, 2), operator.ge("b", "a"), operator.eq([], []), operator.is_(None, None), operator.is_not(1, 2), operator.contains("abc", "b"), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"))
d = {"a": 1}
operator.setitem(d, "b", 2); operator.delitem(d, "a"); print(d, operator.getitem(d, "b"), operator.getitem([1, 2, 3], slice(1)))
l = [1]
print(operator.iadd(l, [2]) is l, l, operator.iconcat(l, (3,)), operator.imul(l, 2), operator.iadd(1, 2), operator.ior({1}, {2}))
class I:
    def __index__(self): return 4
    def __length_hint__(self): return 9
    def __call__(self, *a, **k): return a, k
print(operator.index(I()), operator.index(True), operator.length_hint(I()), operator.length_hint([1]), operator.length_hint(5, 3), operator.call(I(), 1, k=2))
for f in (lambda: operator.add(1), lambda: operator.add(1, "a"), lambda: operator.neg("a"), lambda: operator.indexOf([1], 2), lambda: operator.index(1.5), lambda: operator.concat(1, 2),
          lambda: operator.getitem(5, 1), lambda: operator.length_hint(5, "a"), lambda: operator.call(), lambda: operator.lt(1, "a"), lambda: operator.delitem([], 0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(operator._compare_digest("abc", "abc"), operator._compare_digest(b"a", b"b"))
