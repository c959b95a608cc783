# Warnings: filters, once, catch_warnings, errors, registries.
import sys
import warnings


class Noted(UserWarning):
    def __del__(self):
        print("warning object goes")


def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    old()
    warnings.warn(Noted("an instance"))
    print(len(caught), [w.category.__name__ for w in caught], caught[0].message, caught[0].lineno, caught[2].filename.endswith(".py"))
del caught
print("the record is gone")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        old()
    print("once:", len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", message="old.*")
    warnings.filterwarnings("error", category=ResourceWarning)
    old()
    try:
        warnings.warn("leak", ResourceWarning)
    except ResourceWarning as error:
        print("error:", error, len(caught))
    print([f[0] for f in warnings.filters])


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, lineno)


with warnings.catch_warnings():
    warnings.showwarning = show
    warnings.simplefilter("default")
    warnings.warn("custom")
    warnings.warn("custom again", stacklevel=1)
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "the line"), end="")
try:
    warnings.warn("x", category=int)
except TypeError as error:
    print(error)
try:
    warnings.simplefilter("nonsense")
except (AssertionError, ValueError) as error:
    print(error)
warnings.warn("to stderr")
old()
warnings.warn_explicit("explicit", RuntimeWarning, "other.py", 7)
print("__warningregistry__" in globals())
