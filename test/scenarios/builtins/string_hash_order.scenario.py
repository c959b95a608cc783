# With PYTHONHASHSEED=0 even the order of a set of strings is fixed, as the hashes are.
words = "the quick brown fox jumps over the lazy dog".split()
print([hash(w) for w in ("", "a", "ab", "abc", "hello world", "é", "€", "😀")])
print(set(words))
print({"name", "age", "email"}, {w[0] for w in words}, set("hello"))
print(hash(b"abc") == hash("abc"), hash(("a", 1)), hash((1, 2)), hash(()), hash(frozenset(["a", "b"])))
print({("a", 1), ("b", 2), ("c", 3)}, {1, "1", 1.5, True})
big = set()
for n in range(30):
    big.add("key%d" % n)
print(big)
for n in range(0, 30, 2):
    big.remove("key%d" % n)
print(big, big.pop(), len(big))
