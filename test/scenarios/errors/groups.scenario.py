"""Exception groups: making them, and taking them apart with split, subgroup and derive."""
import gc

gc.disable()


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Own(ExceptionGroup):
    def derive(self, excs):
        return Own(self.message + "!", excs)


class Wrong(ExceptionGroup):
    def derive(self, excs):
        return 3


class Base(BaseExceptionGroup):
    pass


class Mixed(BaseExceptionGroup, ValueError):
    pass


flat = ExceptionGroup("flat", [ValueError(1), TypeError(2), KeyError(3)])
deep = ExceptionGroup("deep", [ExceptionGroup("inner", [ValueError(1), TypeError(2)]), ValueError(3)])
own = Own('own', [ValueError(1), TypeError(2)])
wrong = Wrong('wrong', [ValueError(1), TypeError(2)])
for text in [
    "flat", "str(flat)", "str(ExceptionGroup('one', [ValueError()]))", "flat.message, flat.exceptions, flat.args",
    "ExceptionGroup('m', [])", "ExceptionGroup('m', 3)", "ExceptionGroup('m', {1})", "ExceptionGroup('m', [1])", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('m')",
    "ExceptionGroup('m', [KeyboardInterrupt()])", "BaseExceptionGroup('m', [KeyboardInterrupt()])", "BaseExceptionGroup('m', [ValueError()])",
    "Base('m', [ValueError()])", "Mixed('m', [KeyboardInterrupt()])", "ExceptionGroup('m', (ValueError(1),))", "ExceptionGroup[int]",
    "flat.split(ValueError)", "flat.split((ValueError, KeyError))", "flat.split(OSError)", "flat.split(ExceptionGroup)", "flat.subgroup(lambda e: isinstance(e, TypeError))",
    "flat.subgroup(3)", "flat.subgroup(int)", "flat.subgroup((3,))", "flat.subgroup(lambda e: 1 / 0)", "deep.split(ValueError)", "deep.subgroup(TypeError)",
    "own.split(ValueError)", "wrong.split(ValueError)",
    "flat.derive([KeyError()])", "flat.derive([KeyboardInterrupt()])", "ExceptionGroup.__mro__",
]:
    attempt(text)

flat.add_note("note")
flat.__cause__ = OSError("cause")
part = flat.subgroup(ValueError)
print(part.__notes__, part.__notes__ is flat.__notes__, part.__cause__ is flat.__cause__, part.__suppress_context__)
for action in "flat.message = 'x'", "flat.exceptions = ()":
    try:
        exec(action)
    except AttributeError as refused:
        print(action, "->", refused)
