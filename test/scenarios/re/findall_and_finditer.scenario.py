"""All matches: strings, groups, tuples, empty matches, iterators."""
import re

text = "one two  three"
print(re.findall(r"\w+", text), re.findall(r"(\w)\w*", text), re.findall(r"(\w)(\w*)", text), re.findall(r"x*", "axb"))
print([m.span() for m in re.finditer(r"\b", text)])
found = re.finditer(r"t", text)
print(next(found).start(), next(found).start(), next(found, None))
print(re.compile("o").findall("foo boo", 2), re.compile("o").findall("foo boo", 2, 3))
print(re.findall(r"(a)|(b)", "ab"), re.findall("", "ab"), re.findall(r"(?=(..))", "abcd"))
scanner = re.compile(r"[a-c]").scanner("abxc")
print(scanner.match(), scanner.match(), scanner.match(), scanner.search(), scanner.pattern)
