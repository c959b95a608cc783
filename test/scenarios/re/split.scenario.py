"""Splitting by patterns, with groups, limits and empty matches."""
import re

print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"([,;])", "a,b;c"), re.split(",", "a,b,c", maxsplit=1))
print(re.split("x*", "axbc"), re.split(r"\b", "a bc"), re.split("(x)|y", "axbyc"), re.split(",", ""))
print(re.split(r"\W+", "one. two... three!"), re.split("(?i:AND)", "1and2AND3"))
text = "unsplit"
print(re.split(",", text)[0] is text, re.split(b",", bytearray(b"a,b")))
