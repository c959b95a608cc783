# Literals over several lines, continuations, comments, odd but valid layout.
text = ("one "
        "two "   # a comment between the parts
        f"{1 + 1} "
        r"\raw")
total = 1 + \
    2 + \
    3
if (total == 6 and
        text):
    print(text, total)
long = """first
  second \
joined
\tthird
"""
print(repr(long))
def layout(
    a,
    b=(
        1,
        2,
    ),
    *,
    c: int = 3,
) -> None: return a, b, c
print(layout(
    1,
    c=4,
))
x = 1; y = 2; print(x + y);
if x: print("one line")
else: print("no")
for i in range(2): print(i, end=" "); print("loop")
class Empty: pass; attribute = 1
def stub(): ...
print(Empty.attribute, stub(), (1), (1,), [
    1,
    2,  # trailing comma
], {
    "a": 1,
})
while True: break
try: 1 / 0
except ZeroDivisionError: print("caught")
finally: print("finally")
with_underscore_1, été, 変数 = 1_000, "unicode name", "変数"
print(with_underscore_1, été, 変数, "\u0041\x42\103\N{LATIN SMALL LETTER E WITH ACUTE}", b"\x00\101", 'a\
b', 0xFF_FF, 0b1_0, 1E5, 1.e2, 00, .1e-2)
