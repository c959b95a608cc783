"""Flags in arguments and in the pattern."""
import re

print(re.findall("a.c", "A\nc abc", re.I | re.S), re.findall("^.", "ab\ncd", re.M), re.findall(r"\w", "aé1", re.A))
print(re.compile(r"""
    \d+   # digits
    [ ]   # a space
""", re.X).search("12 ab"))
print(re.match("(?i)ABC", "abc"), re.match("a(?i:B)c", "aBc"), re.match("(?i)a(?-i:B)", "AB"), re.match("(?i)a(?-i:B)", "Ab"))
pattern = re.compile("a", re.I | re.M)
print(pattern, pattern.flags, re.compile("a"), re.compile(b"a", re.I), re.compile("a", re.A).flags)
for arguments in (("a", re.L), (b"a", re.U), ("(?L)a",), ("a(?i)b",), ("a", re.A | re.U)):
    try:
        print(re.compile(*arguments))
    except (ValueError, re.error) as error:
        print(type(error).__name__, error)
