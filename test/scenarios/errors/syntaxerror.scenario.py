"""SyntaxError: its details, its str, and how it is printed."""
import sys


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    "SyntaxError()", "SyntaxError('m')", "SyntaxError('m', ('d/f', 1, 2, 't'))", "SyntaxError('m', ('f', None, 2, 't'))", "SyntaxError('m', (None, 1, 2, 't'))",
    "SyntaxError('m', ('f', 1, 2, 't', 3, 4)).end_offset", "SyntaxError('m', ('f', 1, 2, 't', 3))", "SyntaxError('m', ('f', 1, 2))", "SyntaxError('m', 3)",
    "SyntaxError('m', ('f', 1, 2, 't'), 3).filename", "repr(SyntaxError('m', ['f', 1, 2, 't']))", "SyntaxError(a=1)",
]:
    attempt(text)

for details in [
    ("file", 1, 3, "x = y z\n", 1, 7), ("file", 1, 3, "    x = y z", 1, 7), ("file", 2, 1, "first\nsecond", 2, 2), (None, 1, None, "text"), ("file", None, None, None),
    ("file", 1, 0, "text"), ("file", 1, 99, "text", 1, 100), ("file", 1, 2, "a\tb c", 1, 5), ("file", 1, 3, "f(é, ü", 3, 2),
]:
    for kind in SyntaxError, IndentationError:
        error = kind("message", details)
        sys.excepthook(kind, error, None)

for source in "x = (1,", "if x\n    y", "a b", "  indented", "'open", "x = 1 +", "def f(:\n  pass", "f(a b)", "é ü", "return = 1":
    try:
        exec(source)
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text.rstrip("\n")))
