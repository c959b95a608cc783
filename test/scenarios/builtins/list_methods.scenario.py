# Lists: methods, slices, comparison, sorting, growth while they are used.
a = [3, 1, 2]
a.append(4); a.extend("xy"); a.insert(0, "first"); a.insert(-1, "before last"); a.insert(100, "end")
print(a, a.index("x"), a.count(3), a.pop(), a.pop(0), a, len(a))
a.remove("x"); a.reverse()
print(a, a.copy() == a, a.copy() is a, a[:] is a)
n = [5, 3, 8, 1]
n.sort(); print(n)
n.sort(reverse=True); print(n, sorted(n), sorted("bca", reverse=True), sorted({"b": 1, "a": 2}))
words = ["bb", "a", "ccc", "dd", "e"]
words.sort(key=len); print(words)
words.sort(key=len, reverse=True); print(
    words, sorted(words, key=lambda w: (len(w), w)), sorted([(1, "b"), (1, "a"), (0, "z")])
)
s = list(range(10))
s[2:5] = ["x"]; print(s)
s[::3] = "abc"; print(s)
s[1:1] = [7, 7]; print(s, s[-3:], s[::-2], s[8:2:-2], s[100:], s[-100:2])
del s[::2]; print(s)
s[:] = []; print(s, bool(s), s * 3, [0] * 3, [[0] * 2] * 2, [1, 2] + [3], 2 * [1])
s += (1, 2); s *= 2; print(s, s == [1, 2, 1, 2], s < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], s != [1])
r = [1, [2, 3]]
r.append(r); print(r, r[2][2][0], len(r)); r.clear(); print(r)
print(
    [1, 2, 3].__contains__(2), list("ab").__len__(), [*[1], *(2,)], max([1, 5, 2]), sum([[1], [2]], []),
    list(map(str, [1, 2])), list((1, 2)), list({"a": 1}), any([0, []]), all([])
)
def changing(x):
    data.append(0)
    return x
data = [2, 1]
try:
    data.sort(key=changing)
except ValueError as error:
    print(error, data)
class Broken:
    def __lt__(self, other): raise KeyError("compare")
broken = [Broken(), Broken()]
for action in (
    lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1],
    lambda: n["a"], lambda: [1] + "a", lambda: [3, "a"].sort(), lambda: [1].insert("a", 1), lambda: [1].extend(5),
    lambda: broken.sort(), lambda: [1] * "a", lambda: [1].index(1, 1), lambda: [].sort(1), lambda: [1] < (1,),
    lambda: [][::0], lambda: [1].pop("a"), lambda: [1].__setitem__(3, 1)
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
