# Built-in exceptions: classes, arguments, text and attributes; exceptions of one's own.
print(
    issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError),
    issubclass(SystemExit, Exception), issubclass(UnboundLocalError, NameError),
    issubclass(ModuleNotFoundError, ImportError), issubclass(NotImplementedError, RuntimeError),
    issubclass(UnicodeDecodeError, ValueError), OSError is IOError
)
for error in (
    ValueError(), ValueError("one"), ValueError("a", 2), KeyError("k"), KeyError("a", "b"), KeyError(),
    IndexError(5), StopIteration(3), SystemExit(4), OSError(2, "gone"), OSError(2, "gone", "file"), OSError("only"),
    ImportError("m", name="n"), NameError("n", name="x"), AttributeError("a"), BaseException(1), GeneratorExit(),
    AssertionError(None)
):
    print(repr(error), "|", str(error), "|", error.args)
print(
    StopIteration(3).value, SystemExit(4).code, SystemExit().code, OSError(2, "gone").errno,
    type(OSError(2, "gone")).__name__, OSError(2, "gone", "file").filename, ImportError("m", name="n").name
)

class AppError(Exception):
    """Ours."""
    def __init__(self, code, detail="none"):
        super().__init__(f"code {code}")
        self.code, self.detail = code, detail

class Special(AppError, KeyError):
    def __str__(self):
        return "special text"

try:
    raise Special(5, detail="d")
except LookupError as error:
    print(error, repr(error), error.code, error.detail, error.args, isinstance(error, AppError))
try:
    raise AppError
except TypeError as error:
    print(error)

class NoSuper(Exception):
    def __init__(self, a, b): self.a = a

print(NoSuper(1, 2).args, str(NoSuper(1, 2)), repr(NoSuper("x", b=2)))
try:
    undefined
except NameError as error:
    print(error.name)
try:
    (5).nothing
except AttributeError as error:
    print(error.name, error.obj)
try:
    {}["absent"]
except KeyError as error:
    print(error, error.args[0])
try:
    ValueError.extra = "no"
except TypeError as error:
    print(error)
