# The container protocol on instances: items, length, iteration, membership, the old sequence protocol.
class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, key):
        print("get", key)
        return self.items[key]
    def __setitem__(self, key, value):
        print("set", key, value)
        self.items[key] = value
    def __delitem__(self, key):
        print("del", key)
        del self.items[key]
    def __reversed__(self): return iter("backwards")
    def __missing__(self, key): return "never"

s = Seq(1, 2, 3)
print(len(s), s[0], s[-1], s[1:], s[::2], bool(s), bool(Seq()))
s[0] = 10
s[1:2] = "ab"
del s[-1]
print(s.items, 10 in s, 77 in s, list(s), "".join(reversed(s))[:4])
a, b, c = s
print(a, b, c, *s)
try:
    s[1, 2]
except TypeError as error:
    print(error)
class Keys:
    def __getitem__(self, key): return key
print(Keys()[1, 2:3, ...], Keys()[:], Keys()[1:2, ::3], Keys()[(1, 2)])
class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = key * 2
        return self[key]
d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)
class BadLen:
    def __len__(self): return -1
class BadBool:
    def __bool__(self): return "yes"
class BadIter:
    def __iter__(self): return 5
class NotIter:
    __iter__ = None
    def __getitem__(self, i): return i
for action in (
    lambda: len(BadLen()), lambda: bool(BadBool()), lambda: iter(BadIter()), lambda: iter(NotIter()),
    lambda: 1 in NotIter(), lambda: Seq()[0]
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class MyList(list):
    def append(self, x):
        super().append(("wrapped", x))
m = MyList([1])
m.append(2)
m.extend([3])
print(m, m == [1, ("wrapped", 2), 3], isinstance(m, list), m + [4], type(m + [4]).__name__, type(m[:]).__name__)
