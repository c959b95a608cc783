"""Characters beyond the basic plane are one character."""
import re

text = "a😀b😀😀c"
print([m.span() for m in re.finditer("😀+", text)], re.split("😀", text), ascii(re.findall(".", text)), re.search("c", text).start())
print(re.sub("(.)b", r"[\1]", text) == "a[😀]😀😀c", re.fullmatch(".{6}", text), re.match("a.b", text).end(), re.compile("b").search(text, 2).span())
print(ascii(re.findall("[😀-🙏]", "x😀🙏y")), re.search("(?<=😀)c", text), ascii(re.sub("\ud83d", "?", "\ud83dx😀")))
