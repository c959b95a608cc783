"""`sys.unraisablehook`: what it gets, and what happens when it fails or is gone."""
import sys


class Finalised:
    def __del__(self):
        raise ValueError("in finaliser")


def hook(args):
    print(type(args).__name__, args.exc_type, repr(args.exc_value), args.exc_traceback.tb_lineno, len(args), args[0] is args.exc_type)
    print((args.err_msg or "").split(" at ")[0], repr(args.object).split(" at ")[0])


sys.unraisablehook = hook
Finalised()


def generator():
    try:
        yield
    finally:
        1 / 0


running = generator()
next(running)
del running


def failing(args):
    raise KeyError("in hook")


sys.unraisablehook = failing
Finalised()
sys.unraisablehook = None
Finalised()
del sys.unraisablehook
Finalised()
print("end")
