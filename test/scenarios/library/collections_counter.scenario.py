# Counter: a dict that counts.
import collections

c = collections.Counter("mississippi")
print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total())
c.update("miss")
c.subtract({"i": 10, "q": 1})
print(c, +c, -c, len(c))
a, b = collections.Counter(a=3, b=1), collections.Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, a <= b, a > b, a == collections.Counter(a=3, b=1, c=0))
a += b
print(a, a.pop("a"), a)
del a["never there"]
try:
    collections.Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
print(collections.Counter([1, 1, 2]).most_common(), collections.Counter(), collections.Counter(x=2).copy())
print(repr(collections.Counter({"x": 1, "y": 2})), collections.Counter(["a", "b", "a"])["a"])


class Word:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == other.text

    def __repr__(self):
        return self.text

    def __del__(self):
        print("word", self.text, "goes")


words = collections.Counter(Word(text) for text in ["x", "y", "x"])
print(words)
words.clear()
print("cleared")
kept = collections.Counter({Word("z"): 2})
