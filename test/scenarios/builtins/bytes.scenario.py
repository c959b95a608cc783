# bytes: literals, items, methods, conversions.
b = b"hello\x00\xff"
print(
    b, b[0], b[-1], b[1:3], len(b), list(b"ab"), b"a" + b"b", b"ab" * 2, 104 in b, b"ell" in b,
    b == b"hello\x00\xff", b"a" < b"b", b"a" == "a"
)
print(
    bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(), bytes.fromhex("41 42ff"),
    b"\x01\xab".hex(), b"\x01\xab\xcd".hex("-"), bytes(range(3))
)
print(
    b"A b".upper(), b"a,b".split(b","), b",".join([b"x", b"y"]), b" x ".strip(), b"abc".find(b"c"),
    b"abc".replace(b"b", b"--"), b"abc".startswith(b"a"), b"a\nb".splitlines(), b"12".isdigit(), b"%d-%s" % (5, b"x")
)
print(
    repr(b"it's"), repr(b'"\'\\\n\t'), hash(b"") == hash(""), {b"k": 1}[b"k"], b"abc".decode(),
    b"\xe9".decode("latin-1"), str(b"abc", "ascii"), b"\xff".decode("utf-8", "replace"),
    b"\xff".decode("ascii", "backslashreplace")
)
print(
    sorted(b"cab"), max(b"az"), bytes(reversed(b"abc")), b"abc"[::-1], [x for x in b"\x01\x02"], tuple(b"a"),
    sum(b"\x01\x02"), int(b"42"), b"x".center(3, b"*"), b"abc".count(b"b"), b"abc".index(b"b")
)
for action in (
    lambda: b"a" + "b", lambda: b"abc"[9], lambda: bytes([256]), lambda: bytes("x"), lambda: bytes(-1),
    lambda: b"a".join(["b"]), lambda: b"a".find("a"), lambda: bytes.fromhex("4"), lambda: b"abc".index(b"z"),
    lambda: b"a" < "a", lambda: bytes(1.5), lambda: "a" in b"abc", lambda: b"\xff\xfe".decode(),
    lambda: b"a".__setitem__
):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)
