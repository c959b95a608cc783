"""Sets that are constants: their order tells how often the compiler has made them."""
print({"x", "y", "zz", "w"}, {1, 9, 17, 25}, {9, 1, 25, 17}, {b"a", b"b", b"c"}, {(1, 2), (3, 4), (5, 6), (7, 8)}, {1.5, 9.5, 17.5, "q"}, {("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5)})
for s in ({8, 0, 16}, {16, 8, 0}, {0, 8, 16, 24}, {24, 16, 8, 0, 5}, {"aa", "bb", "cc", "dd", "ee", "ff"}, {"name with space", "other thing", "third one", "x y"}, {("k", "v"), ("k2", "v2"), ("k3", "v3")}):
    print(s, 1 in s)
print([x for x in {8, 0, 16}], 8 in {8, 0, 16}, [x for x in {24, 16, 8}])
def f(x): return x in {8, 0, 16}, [y for y in {("a", 1), ("b", 2), ("c", 3)}]
print({("a", 1), ("b", 2), ("c", 3)})
print(set([("a", 1), ("b", 2), ("c", 3)]), set(frozenset([("a", 1), ("b", 2), ("c", 3)])), frozenset([("a", 1), ("b", 2), ("c", 3)]))
s = set(); s.add(("a", 1)); s.add(("b", 2)); s.add(("c", 3)); print(s)
s = set(); s.update(frozenset([("a", 1), ("b", 2), ("c", 3)])); print(s)
print(("a", 1) in {("a", 1), ("b", 2), ("c", 3)}, [x for x in {("a", 1), ("b", 2), ("c", 3)}])
for x in ("a", 1), ("b", 2), ("c", 3): print(hash(x) & 7, hash(x) & 31)
