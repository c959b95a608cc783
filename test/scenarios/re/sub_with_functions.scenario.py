"""Replacement by a function, which may raise, answer None, or search itself."""
import re

print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "3 and 10"))
print(re.sub("[aeiou]", {"a": "4", "e": "3"}.get("a", "x") and (lambda m: m[0].upper()), "hidden cave"))
print(re.sub("a(b)?", lambda m: None, "xabyaz"))


def nested(match):
    return "<" + re.sub("b", "B", match.group()) + ">"


print(re.sub(r"\w+", nested, "abc bcd"))
seen = []


def stop(match):
    seen.append(match)
    if len(seen) == 2:
        raise LookupError("enough")
    return ""


try:
    re.sub(".", stop, "abcd")
except LookupError as error:
    print(error, seen)
for answer in (5, b"x", ["x"]):
    try:
        print(re.sub("a", lambda m: answer, "bab"))
    except TypeError as error:
        print(error)
