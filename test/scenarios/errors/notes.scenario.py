"""`add_note` and what becomes of odd notes when they are printed."""
import sys


class Fails:
    def __str__(self):
        raise ValueError

    __repr__ = __str__


error = ValueError("noted")
print(hasattr(error, "__notes__"))
error.add_note("one")
error.add_note("two\nlines")
error.add_note("")
print(error.__notes__, error.__dict__)
sys.excepthook(ValueError, error, None)
try:
    error.add_note(3)
except TypeError as refused:
    print(refused)
error.__notes__ = "not a list"
try:
    error.add_note("more")
except TypeError as refused:
    print(refused)
for notes in ["text", ("tuple", 1), [Fails(), "after"], b"bytes", 5, Fails(), [], None]:
    error = ValueError("notes")
    error.__notes__ = notes
    sys.excepthook(ValueError, error, None)
    print("-", file=sys.stderr)
