"""Failures in expressions over several lines, in long calls, and beside characters of other widths."""
import sys


def plus():
    return (
        1
        + None
    )


def call():
    return abs(
        [],
    )


def long_call():
    return dict(
        a=1,
        b=2,
        c=3,
        d=4,
        **5,
    )


def subscript():
    table = {"a": 1}
    return table[
        "b"
    ]


def chained():
    return [
        "text".missing
        .upper()
    ]


def inner_operator():
    return (1 +
            2 * None
            - 3)


def wide():
    return "日本", 1 / 0, "é"


def wide_name():
    größe = 1; return größe / 0


def after_tab():
    if True:	return  1  //  0   # a comment


def assigned():
    value = int("x")
    return value


def returned():
    return int("x")


def in_condition():
    if int("x") and True:
        pass


def parenthesised():
    return ( 1 ) / ( 0 )


def spaced_index():
    items = [1]
    return items  [ 5 ]


def power():
    return 2 ** "x"


def in_f_string():
    return f"{1 / 0}"


def in_lambda():
    return (lambda value: value.x)(1)


def in_comprehension():
    return [1 / value for value in (1, 0)]


def in_default(value=None):
    def nested(other=value.missing):
        pass


def awaited():
    async def inner():
        return 1 / 0
    inner().send(None)


def deep(n=6):
    if n == 0:
        raise RuntimeError("bottom")
    deep(n - 1)


def alternating(n=8):
    (deep if n % 2 else alternating)(n - 1) if n else 1 / 0


for function in (plus, call, long_call, subscript, chained, inner_operator, wide, wide_name, after_tab, assigned, returned, in_condition, parenthesised,
                 spaced_index, power, in_f_string, in_lambda, in_comprehension, in_default, awaited, deep, alternating):
    try:
        function()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
