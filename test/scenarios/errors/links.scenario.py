"""`__cause__`, `__context__`, `__traceback__` and `__suppress_context__`."""
error = ValueError("it")
for action in [
    "error.__traceback__ = 3", "del error.__traceback__", "error.__cause__ = 3", "del error.__cause__", "error.__context__ = 3", "del error.__context__",
    "error.__suppress_context__ = 3", "del error.__suppress_context__", "error.with_traceback(3)", "error.__dict__ = 3", "del error.__dict__",
]:
    try:
        exec(action)
    except TypeError as refused:
        print(action, "->", refused)
print(error.__cause__, error.__context__, error.__traceback__, error.__suppress_context__)
error.__cause__ = None
print(error.__suppress_context__)
error.__cause__ = KeyError("cause")
print(repr(error.__cause__), error.__suppress_context__)

try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")
except ValueError as second:
    print(repr(second.__context__), second.__cause__, second.__suppress_context__, second.__context__.__traceback__.tb_lineno)

# A ring of contexts is cut where it would close.
one, two = ValueError("one"), ValueError("two")
try:
    try:
        raise one
    except ValueError:
        try:
            raise two
        except ValueError:
            raise one
except ValueError as last:
    print(last is one, repr(one.__context__), repr(two.__context__))

# Raising again from where it was caught adds nothing to the traceback.
def again():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


try:
    again()
except ZeroDivisionError as error:
    traceback = error.__traceback__
    while traceback:
        print(traceback.tb_lineno, traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    print(error.with_traceback(None).__traceback__)
