# Identity of constants, small integers and strings within one file.
a, b = "name", "name"
c = 1000; d = 1000
e = -5; f = 256
first = "abc"[0]
empty, nothing = (), ""

def g(): return 1000, "text with spaces", (1, 2), 1.5
def h(): return 1000, "text with spaces", (1, 2), 1.5

print(a is b, c is d, g()[0] is g()[0], g()[1] is h()[1], g()[2] is g()[2], e is int("-5"), f is int("256"))
joined = "".join(["na", "me"])
added = "n" + "ame"
print(joined is a, added is a, str(5) is str(5), chr(97) is first, empty is tuple([]), nothing is str())
x = 257
y = 257
print(x is y, x is int("257"), None is None, True is (1 == 1), [] is [], type(5) is type(6))
n = 10 ** 3
print(n is c, n == c, id(n) == id(c), int("5") is int("5"))
frozen = (1, (2, "a"))
same = (1, (2, "a"))
print(frozen is same, frozen[1] is same[1])
