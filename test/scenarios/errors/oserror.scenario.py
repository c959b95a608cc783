"""OSError picks its subclass by the error number and takes file names out of its arguments."""


def shown(error):
    print(type(error).__name__, error.args, "|", error, "|", error.errno, error.strerror, error.filename, error.filename2)


for args in (), ("a",), (2,), (2, "no"), (2, "no", "f"), (2, "no", "f", None, "g"), (2, "no", None, None, "g"), (None, "b"), (1, 2, 3, 4, 5, 6):
    shown(OSError(*args))
for number in 1, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 114, 115, 108, 99:
    print(number, type(OSError(number, "text")).__name__, end="; ")
print()
shown(PermissionError(2, "kept"))
blocking = BlockingIOError(11, "text", 7)
print(blocking.characters_written, blocking.filename, blocking.args)
for action in "del blocking.characters_written", "blocking.characters_written", "blocking.characters_written = 'a'", "OSError(a=1)":
    try:
        exec(action)
        print(action)
    except (AttributeError, TypeError) as error:
        print(action, "->", type(error).__name__, error)


class Late(OSError):
    def __init__(self, text, number):
        super().__init__(number, text)


class Never(OSError):
    def __init__(self, text, number):
        pass


class Early(OSError):
    def __new__(cls, text, number):
        return super().__new__(cls, number, text)


shown(Late("late", 2))
shown(Never("never", 2))
shown(Early("early", 2))
print(FileNotFoundError(2, "a", "b").__reduce__(), OSError(2, "a", "b", None, "c").__reduce__())
