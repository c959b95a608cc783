"""Beginnings, ends and word boundaries."""
import re

text = "ab\ncd\n"
for pattern in (r"^", r"$", r"\A", r"\Z", r"(?m)^", r"(?m)$", r"\b", r"\B"):
    print(pattern, [m.start() for m in re.finditer(pattern, text)])
print(re.search(r"d$", text), re.search(r"d\Z", text), re.search(r"^c", text), re.search(r"(?m)^c", text))
print(re.findall(r"\bis\b", "this is his"), re.findall(r"\Bis", "this is his"), re.search(r"\b", ""), bool(re.search(r"\B", "a b")))
