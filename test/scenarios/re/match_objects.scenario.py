"""Everything a match object tells."""
import re

m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "on 2024-05, in 1999-12-31")
print(m, m.group(), m.group(0), m.group(1, "month"), m["year"], m[2])
print(m.groups(), m.groups("?"), m.groupdict(), m.lastindex, m.lastgroup)
print(m.start(), m.end(), m.span("month"), m.span(3), m.regs)
print(m.pos, m.endpos, m.string, m.re.pattern, m.re.groups, dict(m.re.groupindex))
print(m.expand(r"\g<month>/\1"), bool(m), m.__copy__() is m)
for call in (lambda: m.group(9), lambda: m["day"], lambda: m.start("x"), lambda: m.group(None), lambda: m.group(-1), lambda: m[1.5]):
    try:
        print(call())
    except IndexError as error:
        print(type(error).__name__, error)
