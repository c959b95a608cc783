# Who prints an exception that nobody catches, when the program has changed what the interpreter relies on.
import builtins
import sys
import types


class Broken:
    def __del__(self):
        raise KeyError("from a finaliser")


def fail():
    raise ValueError("from a function")


def report(what):
    print(what, file=sys.stderr)
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    Broken()


own = types.ModuleType("traceback")
own._print_exception_bltin = lambda *args: print("printed by the program:", *map(type, args[:1]), file=sys.stderr)
sys.modules["traceback"] = own
report("a module of the program's")


def half(*args):
    print("half", file=sys.stderr)
    raise ArithmeticError("gives up")


own._print_exception_bltin = half
report("a function that fails")
own._print_exception_bltin = 5
report("nothing to call")
del own._print_exception_bltin
report("nothing there")
sys.modules["traceback"] = None
report("no module")
del sys.modules["traceback"]

real_import = builtins.__import__


def import_(name, *args):
    if name == "traceback":
        print("import of", name, len(args), file=sys.stderr)
        raise ImportError("not this one")
    return real_import(name, *args)


builtins.__import__ = import_
report("an import that refuses")
builtins.__import__ = real_import


class Stream:
    def write(self, text):
        sys.__stderr__.write(text.replace("File", "file"))

    def flush(self):
        sys.__stderr__.write("<flushed>")


sys.stderr = Stream()
report("a stream of the program's")
sys.stderr = None
report("no stream")
sys.stderr = sys.__stderr__
report("as it was")
fail()
