"""Patterns can be weakly referenced, matches cannot; the cache keeps patterns alive."""
import re
import weakref

pattern = re.compile("weak")
ref = weakref.ref(pattern)
del pattern
print(ref())
re.purge()
print(ref())
try:
    weakref.ref(re.match("a", "a"))
except TypeError as error:
    print(error)
m = re.compile("held").match("held")
re.purge()
print(m.re.pattern)
