"""What is wrong with a pattern, and where."""
import re

for pattern in ("(", ")", "a**", "*a", "[a", "a{2,1}", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?P=b)", r"\1", "(?z)", "(?<", "\\", "[z-a]", r"[\d-z]", "(?(2)a)", "(?P<a", r"\u12", "a(?#", "(?:", "x{1,99999999999}", "(?i", r"\N{nothing}", "ab\nc("):
    try:
        print(repr(pattern), re.compile(pattern))
    except (re.error, OverflowError) as error:
        print(repr(pattern), type(error).__name__, error, getattr(error, "pos", None), getattr(error, "lineno", None), getattr(error, "colno", None))
