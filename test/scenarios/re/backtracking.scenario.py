"""Patterns that try much before they fail, and long subjects."""
import re

print(re.match(r"(a?){12}a{12}", "a" * 12), re.match(r"(x+x+)+y", "x" * 14))
long = "ab" * 20000
print(re.fullmatch("(?:ab)*", long).end(), len(re.findall("b", long)), re.search("c", long), len(re.sub("a", "", long)))
print(re.match("(?:a|b)*", long).end(), re.match("(a|b)*?$", long).end(), re.match(".*b", long).end(), re.fullmatch("(?:(?:a)(?:b))*+", long).end())
