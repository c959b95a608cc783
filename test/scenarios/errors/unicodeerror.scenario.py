"""The three Unicode errors: arguments, members and messages."""


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    "UnicodeDecodeError('utf8', b'a\\xffc', 1, 2, 'why')", "UnicodeDecodeError('utf8', b'abc', 1, 3, 'why')", "UnicodeDecodeError('utf8', b'abc', 5, 6, 'why')",
    "UnicodeEncodeError('ascii', 'a\\xe9c', 1, 2, 'why')", "UnicodeEncodeError('ascii', 'a\\u1234c', 1, 2, 'why')",
    "UnicodeEncodeError('ascii', 'a\\U00012345c', 1, 2, 'why')", "UnicodeEncodeError('ascii', 'abc', 0, 2, 'why')",
    "UnicodeTranslateError('a\\xe9', 1, 2, 'why')", "UnicodeTranslateError('abc', 0, 2, 'why')",
    "UnicodeDecodeError('utf8', 'abc', 1, 2, 'why')", "UnicodeDecodeError('utf8', b'abc', 1, 2)", "UnicodeEncodeError('utf8', 'abc', 'a', 2, 'x')",
    "UnicodeEncodeError(1, 'abc', 1, 2, 'x')", "UnicodeTranslateError('abc', 1, 2)", "UnicodeDecodeError('utf8', bytearray(b'abc'), 1, 2, 'why').object",
    "repr(UnicodeDecodeError('utf8', b'abc', 1, 2, 'why'))", "str(UnicodeDecodeError.__new__(UnicodeDecodeError))",
    "'\\xe9'.encode('ascii')", "b'\\xff'.decode()",
]:
    attempt(text)

error = UnicodeDecodeError("utf8", b"abc", 0, 1, "why")
error.start, error.end, error.reason, error.encoding = 1, 2, "because", "other"
print(error, error.start, error.end)
for action in "error.start = 'a'", "del error.start", "del error.reason":
    try:
        exec(action)
        print(action, error)
    except TypeError as refused:
        print(action, "->", refused)
