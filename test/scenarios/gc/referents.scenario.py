# gc.get_referrers, get_referents, get_objects and is_tracked, for facts that do not move.
import gc

class N: pass

n = N()
l = [n]
d = {"n": n}
text = "text"
print(
    any(r is l for r in gc.get_referrers(n)), any(r is d for r in gc.get_referrers(n)),
    any(r is globals() for r in gc.get_referrers(n))
)
print(
    gc.get_referents(l) == [n], gc.get_referents(d), gc.get_referents(5), N in gc.get_referents(n),
    len(gc.get_referents([1, 2], (3,)))
)
print(
    any(o is l for o in gc.get_objects()), any(o is n for o in gc.get_objects()),
    any(o is text for o in gc.get_objects())
)
def f(a=n): return n
print(globals() in gc.get_referents(f), (n,) in gc.get_referents(f))
for value in (
    [], [1], {}, {"a": 1}, {"a": []}, (), (1, 2), ([],), 5, "s", 1.5, None, N, N(), f, set(), {1}, frozenset(),
    iter([]), ValueError(), (x for x in []), range(3), b"x", slice(1), f.__code__, type(None), len, [].append,
    N().__init__
):
    print(type(value).__name__, gc.is_tracked(value), end="; ")
print()
class Slots: __slots__ = ("a",)
class Empty: __slots__ = ()
print(gc.is_tracked(Slots()), gc.is_tracked(Empty()), gc.is_finalized(n))
