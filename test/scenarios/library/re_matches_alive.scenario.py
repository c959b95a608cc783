# A match keeps its text and pattern; callbacks of sub see each match while it lives.
import re
import sys


class Text(str):
    def __del__(self):
        print("text goes")


text = Text("one 22 three 44")
match = re.search(r"(?P<n>\d+) (\w+)", text)
del text
print(match.group("n"), match.span(2), match.string[:3], match.re.pattern)
found = match.string
print(type(found).__name__)
del found, match
print("no match left")

numbers = []


def double(m):
    numbers.append(m)
    return str(int(m[0]) * 2)


print(re.sub(r"\d+", double, "1 and 20 and 300"), len(numbers), numbers[1])
print(re.subn("a", lambda m: m.group().upper(), "banana", count=2))


def fails(m):
    raise ValueError(f"at {m.start()}")


try:
    re.sub("n", fails, "banana")
except ValueError as error:
    print(error)
print([m.group(1, 2) for m in re.finditer(r"(\w)=(\d)", "a=1 b=2")])
print(re.sub(r"(?P<first>\w+) (\w+)", r"\2 \g<first>", "hello world"), re.escape("a.b*c"))

scanner = re.Scanner([
    (r"[a-z_]\w*", lambda s, token: ("name", token)),
    (r"\d+", lambda s, token: ("int", int(token))),
    (r"[=+]", lambda s, token: ("op", token)),
    (r"\s+", None),
])
print(scanner.scan("x1 = 20 + y $"))


class Token:
    def __init__(self, kind, value):
        self.kind, self.value = kind, value

    def __repr__(self):
        return f"{self.kind}:{self.value}"

    def __del__(self):
        print("token", self, "goes")


def tokens(source):
    for m in re.finditer(r"(?P<NUM>\d+)|(?P<OP>[-+*/])|(?P<SKIP>\s+)|(?P<BAD>.)", source):
        if m.lastgroup == "BAD":
            raise SyntaxError(f"bad {m[0]!r} at {m.start()}")
        if m.lastgroup != "SKIP":
            yield Token(m.lastgroup, m[0])


for token in tokens("1 + 2"):
    print(token)
try:
    list(tokens("3 ? 4"))
except SyntaxError as error:
    print(error)
pattern = re.compile("(a)(b)?")
print(pattern.fullmatch("a").groups("-"), pattern.groups, pattern.flags == re.UNICODE, pattern == re.compile("(a)(b)?"))
try:
    re.compile("(")
except re.error as error:
    print(error, error.pos, error.pattern)
