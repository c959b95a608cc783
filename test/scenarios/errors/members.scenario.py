"""The members that particular exceptions have, and how they are set."""


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    "StopIteration().value", "StopIteration(1, 2).value", "SystemExit().code", "SystemExit(3).code", "SystemExit(3, 4).code",
    "AttributeError('m').obj", "AttributeError('m', name='n', obj=[]).obj", "AttributeError('m', wrong=1)", "NameError('m', name='n').name",
    "UnboundLocalError('m', name='n').name", "ImportError('m', name='n', path='p').path", "ImportError('m').msg", "ImportError('m', 'n').msg",
    "str(ImportError('m', 'n'))", "repr(ModuleNotFoundError('m', name='n'))", "StopIteration(value=1)",
    "KeyError('a').__reduce__()", "ImportError('a', name='b').__reduce__()", "AttributeError('a', name='b', obj=3).__reduce__()",
    "KeyError('a').__setstate__(3)", "KeyError('a').__setstate__(None)",
]:
    attempt(text)

stop = StopIteration(1)
stop.value = "other"
print(stop.value, stop.args)
del stop.value
print(stop.value)
restored = KeyError("a")
restored.__setstate__({"mark": 2, "args": (4,)})
print(restored.mark, restored.args, restored.__dict__)


class Quiet(SystemExit):
    def __init__(self):
        pass


print(Quiet().code, Quiet().args)
