"""Replacement by text: groups, escapes, counts, empty matches."""
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "", "banana"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<x>\d)", r"<\g<x>\g<0>>", "a1b2"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub("z", "y", "abc"))
print(re.sub(r"\.", r"\\.", "a.b"), re.sub("a", r"\n", "bab"), re.sub("(a)?b", r"[\1]", "ab b"))
print(re.sub(b"a", b"\\g<0>!", b"banana"), re.sub("é|😀", "?", "né😀x"))
for template in (r"\2", r"\g<y>", r"\g<", r"\q", r"\g<-1>"):
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(type(error).__name__, error)
for arguments in ((b"x", "a"), ("x", b"a"), ("x", 5)):
    try:
        print(re.sub("a", *arguments))
    except TypeError as error:
        print(error)
