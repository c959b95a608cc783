# Operators, precedence, chained comparisons and short circuits, each in its order of evaluation.
def say(value):
    print("say", value)
    return value

print(1 + 2 * 3 - 4 // 3, (1 + 2) * 3, -2 ** 2, 2 ** -1, 2 ** 3 ** 2)
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 % 2, divmod(-7, 2))
print(1 << 10, 1025 >> 3, 6 & 3, 6 | 3, 6 ^ 3, ~6, -1 >> 5)
print(1 < 2 < 3, 1 < 3 < 2, say(1) < say(0) < say(5))
print(say(0) or say("") or say("last"), say(1) and say([]) and say("never"))
print(not 0, not "a", not [] == False, 1 if [] else 2)
print(1 == 1.0, 1 == True, "1" == 1, [1, 2] == [1, 2.0], (1,) != [1])
print(3 in [1, 2, 3], 3 not in (1, 2), "bc" in "abcd", "" in "x", None is None, [] is not [])
print((lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 5, 6, 7, d=8, f=9))
print([1, 2, 3][-1], "abc"[0], (1, 2, 3)[1:], {"k": {"j": 1}}["k"]["j"])
print({**{"a": 1, "b": 2}, "b": 3}, [*range(3), *"ab"], {*(1, 2), *[2, 3]}, (*[1], 2))
print(1_000, 0x1f, 0o17, 0b101, 1e3, .5, 1e-7, 1e16, 123456789012345678901234567890)
print("a" "b" 'c' r"\n" "\x41\u00e9\t|", """two
lines""")
print(..., NotImplemented, None, True + True, True & False, [True][False])
print((0.1 + 0.2), 1 / 3, 2 / 1, 10 ** 20 / 3, 1e308 * 10, -0.0, 5 % 0.3)
