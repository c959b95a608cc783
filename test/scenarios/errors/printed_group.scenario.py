"""An uncaught exception group with all that can be in one: chains, notes, groups, syntax errors, many and deep members."""


def caught(function):
    try:
        function()
    except Exception as error:
        return error


def again(n):
    if n:
        again(n - 1)
    raise ValueError("two\nlines")


def chained():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("after") from error


class Foreign(Exception):
    __module__ = "some.where"

    def __str__(self):
        raise RuntimeError


repeated = caught(lambda: again(8))
repeated.add_note("a note\nof two lines")
many = ExceptionGroup("many", [ValueError(i) for i in range(18)])
deep = ValueError("leaf")
for level in range(12):
    deep = ExceptionGroup(f"level {level}", [deep])
inner = ExceptionGroup("inner", [caught(chained), TypeError()])
inner.__context__ = OSError(2, "text", "file")
raise ExceptionGroup("top", [repeated, caught(lambda: exec("x = (1 +\n 2) y")), Foreign(), inner, many, deep]) from KeyError("cause")
