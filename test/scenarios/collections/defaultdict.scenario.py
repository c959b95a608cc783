# defaultdict: missing keys, factories, reprs, unions.
from _collections import defaultdict

d = defaultdict(list)
d["a"].append(1); d["b"]; d["a"].append(2)
print(d, d.get("q"), "q" in d, d["c"] is d["c"], len(d))
print(defaultdict(int, x=1)["y"], defaultdict(None, {1: 2}), defaultdict())
n = defaultdict(lambda: defaultdict(int))
n["x"]["y"] += 5
print({k: dict(v) for k, v in n.items()})
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Err(Exception): pass
def boom(): raise Err("factory")
e = defaultdict(boom)
for f in (lambda: defaultdict()["k"], lambda: defaultdict(None)["k"], lambda: defaultdict(5), lambda: e["k"], lambda: len(e), lambda: defaultdict(int, 5), lambda: d | 5, lambda: hash(d)):
    attempt(f)
print(d.copy(), type(d.copy()).__name__, d | {"z": 1}, {"z": 1} | d, d == dict(d))
d |= {"w": 0}
d.default_factory = str
print(d["new"], d.default_factory)
del d.default_factory
attempt(lambda: d["newer"])
class Sub(defaultdict):
    def __missing__(self, key): return f"missing {key}"
print(Sub(int)["k"], Sub(int), Sub.fromkeys("ab"))
r = defaultdict(int, a=1).__reduce__()
print(r[:2], list(r[4]))
s = defaultdict()
s.default_factory = s.pop
print(s)
