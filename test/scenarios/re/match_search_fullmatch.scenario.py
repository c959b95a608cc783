"""Where match, search and fullmatch look, with bounds."""
import re

pattern = re.compile(r"\d+")
for text in ("12ab", "ab12", "12", ""):
    print(repr(text), pattern.match(text), pattern.search(text), pattern.fullmatch(text))
print(pattern.match("ab12cd", 2), pattern.match("ab12cd", 2, 3), pattern.search("ab12cd34", 4), pattern.search("12", 5))
print(re.compile("^b").match("ab", 1), re.compile("b$").search("abc", 0, 2))
print(re.match(r"(a)|b", "b").groups(), re.search(r"x*", "aax").span(), re.fullmatch("a|ab", "ab"))
