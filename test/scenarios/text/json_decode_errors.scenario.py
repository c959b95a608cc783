"""Where a document stops to be JSON."""
import json

for text in ("", "[", "[1", "[1,", "[1,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,}', "{a:1}", "{1:2}", '"abc', '"a\nb"', '"\\x"', '"\\u12"', "nul", "01", "1 2", "[1]\n]", "'a'", "-", "+1", ".5", "\ufeff1"):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno)
for bad in (None, 5, ["x"]):
    try:
        json.loads(bad)
    except TypeError as error:
        print(error)
