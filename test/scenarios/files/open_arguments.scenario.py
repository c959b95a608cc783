# Arguments that open refuses, before it looks for a file.
calls = [
    ("nope", "q"), ("nope", "rw"), ("nope", "U"), ("nope", "rU"), ("nope", "b"), ("nope", "tb"), ("nope", "rtb"), ("nope", "rr"), ("nope", ""), ("nope", "r+w"),
    ("nope", 5), ("nope", "r", "a"), ("nope", "r", -1, 5), ("nope", "r", -1, None, 5), ("nope", "r", -1, None, None, 5), (None,), (5.5,), (), (-1,), (99,), ("a\0b",),
]
for arguments in calls:
    try:
        open(*arguments)
    except (ValueError, TypeError, OSError) as error:
        print(arguments, type(error).__name__, error)
for keywords in ({"mode": "rb", "encoding": "utf-8"}, {"mode": "rb", "errors": "strict"}, {"mode": "rb", "newline": ""}, {"closefd": False}, {"unknown": 1}, {"opener": 5}):
    try:
        open("nope", **keywords)
    except (ValueError, TypeError, OSError) as error:
        print(keywords, type(error).__name__, error)
try:
    open("test_unbuffered_text", "w", 0)
except ValueError as error:
    print(error)
import os
os.unlink("test_unbuffered_text")
