# Operator methods, reflected and in place, NotImplemented, subclass priority, and the errors.
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __add__(self, o):
        print("add", self, o)
        return V(self.n + o.n) if isinstance(o, V) else NotImplemented
    def __radd__(self, o):
        print("radd", self, o)
        return V(o + self.n) if isinstance(o, int) else NotImplemented
    def __mul__(self, o): return V(self.n * o)
    __rmul__ = __mul__
    def __iadd__(self, o):
        print("iadd")
        self.n += getattr(o, "n", o)
        return self
    def __neg__(self): return V(-self.n)
    def __eq__(self, o): return isinstance(o, V) and self.n == o.n
    def __lt__(self, o):
        print("lt", self, o)
        return self.n < o.n
    def __matmul__(self, o): return "matmul"
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rsub__(self, o): return ("rsub", o)
    def __bool__(self): return self.n != 0
    def __call__(self, *a): return ("called", a)
    def __contains__(self, x): return x == self.n
    def __index__(self): return self.n

class W(V):
    def __radd__(self, o):
        print("W radd")
        return "subclass first"

a, b = V(1), V(2)
print(a + b, 5 + a, a + W(3), 3 * a, a * 3, -a, a @ b, divmod(a, 2), a ** 2, pow(a, 2, 3), 9 - a)
c = a
c += b
print(a, c is a, a == V(3), a != b, a < b, a > b, sorted([V(3), V(1)]))
print(bool(V(0)), not V(0), a(1, 2), 3 in a, [10, 20, 30, 40][a], "x" * a, hex(a), range(5)[a])
c *= 2
print(c, c is a)
for action in (
    lambda: a + "s", lambda: a - 1, lambda: a >= b, lambda: a // 2, lambda: ~a, lambda: a[0], lambda: len(a),
    lambda: hash(a), lambda: int(a), lambda: float(V("x")), lambda: iter(a), lambda: 1 + "a", lambda: "a" + 1,
    lambda: [] + (), lambda: {} | [], lambda: 1 < "a", lambda: None + 1, lambda: -"a", lambda: 5 @ 5,
    lambda: 2 ** "x", lambda: 1 in 5
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    a -= 1
except TypeError as error:
    print(error)
