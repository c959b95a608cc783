# Cause, context and suppression on the objects themselves.
def context():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")

def cause():
    try:
        raise KeyError("first")
    except KeyError as error:
        raise ValueError("second") from error

def suppressed():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None

def in_finally():
    try:
        raise KeyError("body")
    finally:
        raise ValueError("finally")

for function in (context, cause, suppressed, in_finally):
    try:
        function()
    except ValueError as error:
        print(function.__name__, repr(error.__context__), repr(error.__cause__), error.__suppress_context__)

try:
    raise ValueError("x") from KeyError
except ValueError as error:
    print(repr(error.__cause__))
try:
    raise ValueError("x") from 5
except TypeError as error:
    print(error)
try:
    try:
        raise KeyError(1)
    except KeyError as first:
        second = IndexError(2)
        second.__cause__ = first
        raise second
except IndexError as error:
    print(repr(error.__cause__), error.__context__ is error.__cause__)
try:
    try:
        raise ValueError("same")
    except ValueError as error:
        raise error
except ValueError as error:
    print(error.__context__)

def depth():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][0]
        except IndexError:
            {}["key"]

try:
    depth()
except KeyError as error:
    while error:
        print(type(error).__name__, error)
        error = error.__context__
e = ValueError("noted")
e.add_note("a note")
e.add_note("another")
print(e.__notes__, e.with_traceback(None) is e)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
