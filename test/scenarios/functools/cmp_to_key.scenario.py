# cmp_to_key: sorting by a comparison.
from _functools import cmp_to_key

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

def by_length(a, b):
    return len(a) - len(b)
print(sorted(["ccc", "a", "bb", "d"], key=cmp_to_key(by_length)), max(["a", "bbb"], key=cmp_to_key(by_length)))
K = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(K(1) < K(2), K(1) == K(1), K(3) >= K(2), K(1) != K(2), K(obj=5).obj, K(2) > K(1), K(2) <= K(1))
k = K(N("wrapped"))
k.obj = N("replaced")
del k
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def boom(a, b): raise ZeroDivisionError("compare")
for f in (lambda: K(1) < 2, lambda: K(), lambda: cmp_to_key(), lambda: hash(K(1)), lambda: cmp_to_key(boom)(1) < cmp_to_key(boom)(2), lambda: K < K,
          lambda: cmp_to_key(lambda a, b: "text")(1) < cmp_to_key(None)(2), lambda: type(K), lambda: cmp_to_key(5)(1) < cmp_to_key(5)(2)):
    attempt(lambda: str(f()).split(" at 0x")[0])
