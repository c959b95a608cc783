# Which part of the line the carets mark, for several kinds of expression.
import sys

def call(): return abs(abs("x"))
def binary(): return 1 + (2 * (3 + "x")) + 4
def subscript(): return [[1], [2]][0][5]
def attribute(): return sys.path.nothing.more
def compare(): return 1 < 2 < "x"
def name(): return undefined_name + 1
def assign(): a, b = 1, 2, 3
def keyword(): return print("a", end=5)
def multi():
    return max(
        1,
        "x",
    )
def raising(): raise ValueError("text") from None
def unary(): return -"x" + 1
def unicode(): return "é" + 5 + "ü"
def whole(): return 1 / 0
def with_statement():
    with 5 as x: pass
def loop():
    for x in 5: pass
def aug():
    x = "a"
    x -= 1
def comp(): return [y for y in (1, 0) if 1 / y]
def fstring(): return f"{1 + 'x'!r:>10}"
def deleted(): del [][0]
def asserted(): assert 1 == 2, "values"
def lambda_(): return (lambda v: v.x)(5)

for function in (
    call, binary, subscript, attribute, compare, name, assign, keyword, multi, raising, unary, unicode, whole,
    with_statement, loop, aug, comp, fstring, deleted, asserted, lambda_
):
    try:
        function()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
