# re.sub with functions, scanners, and what match objects and patterns keep alive.
import gc
import re
import weakref


class Text(str):
    def __del__(self):
        print("text of", len(self), "goes")


class Replacer:
    def __init__(self):
        self.seen = []

    def __call__(self, match):
        self.seen.append(match)
        return match.group().upper() if match.lastgroup == "word" else f"<{match[0]}>"

    def __del__(self):
        print("replacer goes after", len(self.seen))


pattern = re.compile(r"(?P<word>[a-z]+)|(?P<number>\d+)")
replacer = Replacer()
print(pattern.sub(replacer, Text("one 22 three 4")))
print([m.span() for m in replacer.seen], replacer.seen[1].string[:3])
kept = replacer.seen[0]
del replacer
print("a match keeps the whole text:", kept.string)
del kept
print(pattern.subn(lambda m: m.expand(r"[\g<0>]"), "a1", count=1), pattern.sub(r"(\g<word>)", "ab 1"))
print(re.sub(r"(a)(b)?", lambda m: f"{m.groups('-')}", "ab a"), re.sub("", "-", "abc"), re.sub(r"x*", "-", "axb"))


def failing(match):
    raise LookupError(match.group())


try:
    pattern.sub(failing, Text("text that fails"))
except LookupError as error:
    print("raised for", error)
error = None
print("after the failure")


def nested(match):
    return re.sub(r"\d", lambda inner: str(int(inner[0]) + 1), match[0])


print(re.sub(r"\w+", nested, "a1 b29"))
scanner = re.Scanner([(r"\d+", lambda s, token: ("int", int(token))), (r"[a-z]+", lambda s, token: ("name", token)), (r"\s+", None)])
print(scanner.scan("ab 12 c3 !rest"))
iterator = pattern.finditer(Text("iterate over this"))
first = next(iterator)
print(first.group(), first.re is pattern)
del first
print("the iterator keeps the text")
del iterator
print("gone")
splitter = re.compile(r"\s*(,|;)\s*")
print(splitter.split("a, b;c ,d"), splitter.split("a, b;c", maxsplit=1), re.split(r"(?=b)", "abab"))
print(re.findall(r"(\w)(\d)", "a1 b2"), re.fullmatch(r"a+", "aaa").end(), re.match("b", "ab"))
own = re.compile(r"own-pattern-\d+")
ref = weakref.ref(own)
del own
print("the module's cache keeps it:", ref() is not None)
re.purge()
gc.collect()
print("purged:", ref())
print(re.escape("a.b*c"), pattern.groupindex, pattern.flags == re.UNICODE, re.compile(pattern) is pattern)
try:
    re.compile("(unclosed")
except re.error as error:
    print(error.msg, error.pos, error.lineno, error.colno)
last = re.match(r"\w+", Text("held at exit"))
