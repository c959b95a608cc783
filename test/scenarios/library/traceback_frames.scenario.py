# traceback: what is printed, and what a kept exception keeps alive.
import sys
import traceback


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("resource", self.name, "goes")


def inner(value):
    held = Resource("of inner")
    return 10 // value


def outer(value):
    held = Resource("of outer")
    return inner(value)


try:
    outer(0)
except ZeroDivisionError as error:
    print(traceback.format_exc().splitlines()[-1])
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
    kept = error
print("the error keeps both frames")
for frame, line in traceback.walk_tb(kept.__traceback__):
    print(frame.f_code.co_name, sorted(name for name in frame.f_locals if not name.startswith("__"))[:2], line)
del frame
traceback.clear_frames(kept.__traceback__)
print("frames cleared")
kept = None

try:
    outer(0)
except ZeroDivisionError as error:
    summary = traceback.TracebackException.from_exception(error)
print("the summary keeps none")
print("".join(summary.format()))
print(summary.exc_type.__name__ if hasattr(summary, "exc_type") else "", str(summary))
print("".join(traceback.format_exception_only(KeyError("k"))), end="")
try:
    try:
        int("x")
    except ValueError as first:
        raise RuntimeError("second") from first
except RuntimeError:
    traceback.print_exc(limit=1, file=sys.stdout)
try:
    raise ExceptionGroup("group", [ValueError(1), ExceptionGroup("in", [TypeError("t")])])
except ExceptionGroup as group:
    print("".join(traceback.format_exception(group)))


def here():
    return traceback.extract_stack(limit=2)


print([(f.name, f.line) for f in here()])
print(traceback.format_list([("file.py", 3, "f", "x = 1")]))
captured = traceback.TracebackException(ValueError, ValueError("v"), None, capture_locals=True)
print(list(captured.format()))
