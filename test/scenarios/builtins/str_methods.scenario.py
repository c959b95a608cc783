# Text: the methods people use every day.
s = "Hello, World"
print(
    s.upper(), s.lower(), s.swapcase(), s.title(), "hELLO wORLD".capitalize(), s.casefold(), "they're bill's".title()
)
print(
    s.find("o"), s.rfind("o"), s.find("o", 5), s.find("z"), s.index("W"), s.count("l"), s.count(""),
    "aaaa".count("aa")
)
print(
    s.startswith("Hell"), s.startswith(("x", "H")), s.endswith("d", 0, 5), s.replace("l", "L", 2),
    "".replace("", "-"), "ab".replace("", "-")
)
print(
    "a,b,,c".split(","), "a,b,,c".split(",", 1), "  a  b ".split(), "a b c d".rsplit(" ", 2), "".split(),
    "".split(","), "a\nb\r\nc\x0bd".splitlines(), "a\nb".splitlines(True)
)
print(
    "-".join("abc"), "".join([]), ", ".join(str(n) for n in range(3)), "a-b-c".partition("-"),
    "a-b-c".rpartition("-"), "abc".partition("x")
)
print(
    "[" + "  x ".strip() + "]", "[" + "  x ".lstrip() + "]", "xxaxx".strip("x"), "mississippi".rstrip("ip"),
    "prefix-x".removeprefix("prefix-"), "a.py".removesuffix(".py")
)
print(
    "x".center(5, "*"), "x".ljust(3) + "|", "x".rjust(3), "42".zfill(5), "-42".zfill(5), "a\tb".expandtabs(4),
    "abc".center(6, ".")
)
print(
    "abc".isalpha(), "123".isdigit(), "a1".isalnum(), " \t".isspace(), "Abc".istitle(), "ABC".isupper(),
    "abc".islower(), "x1_".isidentifier(), "½".isnumeric(), "²".isdigit(), "".isalpha(), "a b".isprintable(),
    "\n".isprintable(), "é".isascii()
)
print(
    "abc"[::-1], "abc"[5:], "abcdef"[1:-1:2], "abc"[-2:], s[7:], "ab" * 3, "a" in "abc", "" in "", "abc" < "abd",
    "Z" < "a", max("hello")
)
print(
    "%s is %d years and %5.2f%% %r %x %o %c %-5s| %05d %+d %s" % ("Al", 5, 99.5, "q", 255, 8, "c", "l", 42, 7, None),
    "%(a)s %(b)03d" % {"a": 1, "b": 2}, "%s" % (1,), "%*d" % (5, 3), "%.2s" % "abc", "%%" % ()
)
print(
    repr("it's"), repr('say "x"'), repr("both ' and \""), repr("tab\t nl\n \\ \x00 \x7f é \u200b \ud800 😀"),
    ascii("é😀"), str(b"x"), str(5), repr("a\rb")
)
print(
    "é".encode(), "é".encode("latin-1"), "a😀".encode("utf-16-le"), b"\xc3\xa9".decode(),
    "€".encode("ascii", "replace"), "€x".encode("ascii", "ignore"), len("😀"), ord("😀"), chr(8364), "ß".upper(),
    "İ".lower() == "i̇", "ǅ".lower()
)
print(
    "abc".translate({97: "x", 98: None}), str.maketrans("ab", "xy"),
    "aabb".translate(str.maketrans("ab", "xy", "b")), "a{}c{}".format(1, "x"), "{1}{0}{1}".format("a", "b"),
    "{n!r:>5}".format(n="z"), "{0.real} {1[k]} {2[0]}".format(5, {"k": "v"}, [9]), "{{}}".format()
)
print(
    hash(""), "a" "b" == "ab", sorted("hello"), list("abc"), tuple("ab"), "abc".__len__(), str(), str(object=5),
    "a".__add__("b"), "abc".__contains__("b")
)
for action in (
    lambda: "a" + 1, lambda: "abc"[5], lambda: s["x"], lambda: "abc".index("z"), lambda: "%d" % "x",
    lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "{}{}".format(1), lambda: "{x}".format(),
    lambda: "a".center("x"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a" * -1 + "x",
    lambda: "a".split(""), lambda: "ab".ljust(5, "xx"), lambda: "a".join("b", "c"), lambda: "{:d}".format("x"),
    lambda: "{0[}".format(1), lambda: "{".format(), lambda: "%z" % 1, lambda: "abc".replace("a"),
    lambda: "a".encode("nope")
):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)
