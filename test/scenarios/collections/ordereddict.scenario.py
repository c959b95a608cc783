# OrderedDict: order, moving, popping, equality.
from _collections import OrderedDict

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a"); print(list(od))
od.move_to_end("c", last=False); print(list(od.items()))
print(od.popitem(), od.popitem(last=False), list(od))
od["z"] = 26; od["b"] = 20; del od["z"]; od["z"] = 0
print(list(od), list(reversed(od)), list(reversed(od.values())), list(reversed(od.items())))
x, y = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(x == y, x == dict(y), dict(x) == y, x != y, x == OrderedDict(x))
print(x | {"c": 3} == OrderedDict(a=1, b=2, c=3), list(({"q": 0} | x)), list(OrderedDict.fromkeys("cab", 0)))
x |= {"a": 5}
print(list(x.items()), x.setdefault("n"), x.setdefault("a", 9), x.pop("n"), x.pop("n", "no"), x.pop("n", default=None))
print(len(x), "a" in x, x.get("q"), x.copy() == x, x.keys() == {"a", "b"}, x.keys() & {"a"}, sorted(x.items()))
x.update([("k", 1)], b=7); x.update(m=1); print(list(x.items()))
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace("arguments, got", "argument, got"))
for f in (lambda: OrderedDict().popitem(), lambda: x.move_to_end("no"), lambda: x.pop("no"), lambda: x["no"], lambda: OrderedDict(1), lambda: OrderedDict([(1,)]),
          lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict(1, 2), lambda: x < y, lambda: hash(x), lambda: x.__delitem__("no"), lambda: x.move_to_end([])):
    attempt(f)
x.clear(); print(len(x), list(x), bool(x))
