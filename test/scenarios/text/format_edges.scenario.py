"""Formats whose names nobody has interned, and percent formats at their edges."""
import sys
s = "".join(["z", "qqq"])
try: "{zqqq}".format()
except KeyError as e: print(repr(e))
print(sys.intern(s) is s)
t = "".join(["y", "qqq"])
print("{yqqq}".format(**{t: 5}), sys.intern(t) is t)
print("%d%%" % 3, "%-5s|%05.1f|%x|%3c|%r|%+d|% d|%#o" % ("a", 2.25, 255, "c", "r", 1, 2, 8))
for f, a in (("%5%", ()), ("%", ()), ("%d %q", (1, 2)), ("%(a)s %d", {"a": 1}), ("%*d", (3, 1)), ("%.*f", (1, 2.55)), ("%1000d|", 5), ("%s", ()), ("%s %s", ("a",)), ("x", (1,)), ("%ld %hd", (1, 2)), ("%5.%", ()), ("%é", (1,)), ("%.1005f", (1.5,)), ("%d", True), ("%f", 10**400)):
    try: print(repr((f % a)[:40]))
    except Exception as e: print(f, type(e).__name__, e)
