# Every form of assignment, and the order in which its parts are evaluated.
def at(label, value):
    print("eval", label)
    return value

class Box:
    def __setitem__(self, key, value):
        print("set item", key, value)

    def __getitem__(self, key):
        print("get item", key)
        return 10

    def __delitem__(self, key):
        print("del item", key)

box = Box()
a = b = at("value", 1)
a, b = b + 1, a + 5
print(a, b)
at("box", box)[at("key", "k")] = at("right", 3)
box[at("key", "i")] += at("more", 5)
(c, [d, *e]), f = (1, [2, 3, 4]), "f"
print(c, d, e, f)
*g, h = "xyz"
print(g, h)
first, *middle, last = range(5)
print(first, middle, last)
i = [0, 1, 2, 3, 4, 5]
i[1:3] = ["a", "b", "c"]
i[::2] = [None, None, None, None]
del i[-1], i[0]
print(i)
j: int = 5
k: "unquoted only as text"
print(j, __annotations__ if "__annotations__" in globals() else "lazy", "k" in globals())
x = [1]
y = x
x += [2]
x = x + [3]
print(x, y)
index = 0
index, i[index] = 1, "swapped"
print(index, i)
n = 7
n -= 2; n *= 3; n //= 2; n **= 2; n %= 10; n <<= 3; n |= 1; n ^= 3; n &= 0xff; n >>= 1; n /= 4
print(n)
if (m := len(i)) > 2 and (m := m * 2):
    print("walrus", m)
print([last := v * 2 for v in range(3)], last)
del box[1], a, b
try:
    a
except NameError as error:
    print(error)
