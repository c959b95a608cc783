# Dictionaries: order, methods, views, merging, keys that are equal.
d = {"b": 1, "a": 2, 3: "three"}
d["c"] = 4; d["b"] = 10; del d["a"]; d["a"] = 5
print(d, len(d), list(d), d.keys(), d.values(), d.items(), "b" in d, 3.0 in d, d.get("zz"), d.get("zz", 0))
print(
    d.pop("c"), d.pop("c", "default"), d.popitem(), d, d.setdefault("s", []), d.setdefault("s", 1), d.setdefault("n")
)
d.update({"u": 1}, v=2); d.update([("w", 3)]); d |= {"x": 1}
print(
    d, {"a": 1} | {"a": 2, "b": 3}, dict(a=1), dict([("k", "v")]), dict({"a": 1}, b=2), dict.fromkeys("ab", 0),
    dict.fromkeys("ab"), dict(zip("xy", [1, 2]))
)
print(
    {1: "int", 1.0: "float", True: "bool"}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2},
    {**{"a": 1}, "a": 2}, d.copy() == d, d.copy() is d
)
keys = {"a": 1, "b": 2}.keys()
print(
    keys & {"a"}, keys - {"a"}, sorted(keys | {"c"}), keys == {"a", "b"}, "a" in keys,
    {"a": 1}.items() == {("a", 1)}, len(keys), keys.isdisjoint("xyz"), sorted(keys ^ {"a", "z"})
)
live = {"a": 1}
view = live.items()
live["b"] = 2
print(view, list(reversed(live)), [k for k, v in view if v > 1], next(iter(live.values())))
r = {"self": None}
r["self"] = r
print(r, {"l": [r]} and "recursive")
r.clear(); print(
    r, bool(r), bool({0: 0}), {(): 1, (1, 2): 2}[1, 2], {None: "none"}[None], {frozenset([1]): "f"}[frozenset([1])]
)
order = {}
for i in range(5): order[i] = i
for i in (1, 3): del order[i]
order[1] = "again"
print(
    order, min(order), max(order.items()), sum(order.keys()), sorted(order.items(), key=lambda kv: str(kv[1])),
    list(map(order.get, [0, 3]))
)
def changes():
    for k in order: del order[k]
for action in (
    lambda: {}["x"], lambda: {}.popitem(), lambda: {}.pop("x"), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict([1]),
    lambda: dict(["abc"]), lambda: {} < {}, lambda: {} + {}, changes, lambda: dict(5), lambda: {}.update(5),
    lambda: {"a": 1}.items()[0], lambda: {}.fromkeys(5), lambda: {1: 1}[[]], lambda: {}.update({}, {}),
    lambda: {**{"a": 1}, **None}, lambda: {} | None
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
