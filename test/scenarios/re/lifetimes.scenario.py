"""A match keeps its string and its pattern; an iterator of matches keeps both until it ends."""
import re


class Text(str):
    def __del__(self):
        print("text gone", len(self))


m = re.match("a+", Text("aab"))
print(m.group())
print("match goes")
del m
it = re.finditer("a", Text("aba"))
print(next(it).start())
print(next(it).start())
print(next(it, "none"))
del it
print(re.sub("b", "c", Text("abab")))
found = re.split(",", Text("a,b"))
print(found)


class Replacement:
    def __call__(self, match):
        return "*"

    def __del__(self):
        print("replacement gone")


print(re.sub("x", Replacement(), "axb"))
print("end")
