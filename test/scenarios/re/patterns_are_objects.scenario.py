"""Equality, hashes, copies, attributes and caching of patterns."""
import copy
import re

a = re.compile("x(?P<n>y)")
print(a is re.compile("x(?P<n>y)"), a == re.compile("x(?P<n>y)", re.I), a != re.compile(b"x"), len({a, re.compile("x(?P<n>y)")}))
re.purge()
b = re.compile("x(?P<n>y)")
print(a is b, a == b, hash(a) == hash(b), copy.copy(a) is a, copy.deepcopy(a) is a)
print(a.groupindex, a.groups, a.pattern, type(a).__name__, re.compile(a) is a, a.fullmatch("xy")["n"])
for name in ("pattern", "flags", "other"):
    try:
        setattr(a, name, 1)
    except AttributeError as error:
        print(error)
for call in (lambda: a < b, lambda: type(a)(), lambda: re.compile(a, re.I), lambda: re.compile(5), lambda: a.groupindex.update(x=1)):
    try:
        print(call())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(re.Match[str], re.Pattern[bytes])
