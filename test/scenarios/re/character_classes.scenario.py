"""Sets, ranges, categories, and what they hold beyond ASCII."""
import re

text = "aZ5_ \t\u00e9\u0663\u4e2d\U0001f600-]^"
for pattern in (r"\w", r"\d", r"\s", r"[a-z]", r"[^\w\s]", r"[]^-]", r"[\d_]", "[\u0600-\u06ff]", "[^a-zA-Z]", r"[\W\d]", "[😀é]"):
    print(pattern, ascii(re.findall(pattern, text)))
print(re.findall(r"(?a)\w", text), re.findall(r"(?i)[k-l]", "K\u212aL"), re.findall("(?i)ſ", "sS"), re.findall(r"\x41|\u0042|\N{LATIN SMALL LETTER C}", "ABc"))
