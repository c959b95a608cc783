"""`except*`: what each clause gets, and what goes on."""


def run(raised, *bodies):
    try:
        try:
            raise raised
        except* ValueError as group:
            print("  ValueError:", repr(group), repr(group.__context__))
            bodies[0]()
        except* (TypeError, KeyError) as group:
            print("  TypeError, KeyError:", repr(group))
            bodies[1]()
        else:
            print("  else")
        finally:
            print("  finally")
    except BaseException as left:
        print("  left:", repr(left), "context", repr(left.__context__), "cause", repr(left.__cause__))


def nothing():
    pass


def fails():
    raise OSError("new")


def fails_from():
    raise OSError("new") from KeyError("cause")


three = ExceptionGroup("three", [ValueError(1), TypeError(2), IndexError(3)])
for name, raised in [("naked", ValueError(1)), ("naked other", IndexError(1)), ("three", three), ("nested", ExceptionGroup("out", [three, KeyError(4)]))]:
    for first, second in (nothing, nothing), (fails, nothing), (fails, fails_from):
        print(name, first.__name__, second.__name__)
        run(raised, first, second)

try:
    try:
        raise ExceptionGroup("again", [ValueError(3), TypeError(4), KeyError(5)])
    except* ValueError:
        raise OSError("new")
    except* TypeError:
        raise
except BaseException as left:
    print(repr(left))
for kind in "ExceptionGroup", "int", "(ValueError, ExceptionGroup)":
    try:
        exec(f"try:\n  raise ValueError(1)\nexcept* {kind}:\n  pass")
    except TypeError as refused:
        print(kind, "->", refused)
