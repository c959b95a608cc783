# Warnings as objects: instances, errors raised from them, filters by module and line, showwarning that keeps them, once registries.
import sys
import warnings


class Resource:
    def __init__(self, name):
        self.name = name

    def close(self):
        self.name = None

    def __del__(self):
        if self.name is not None:
            warnings.warn(f"unclosed {self.name}", ResourceWarning, source=self, stacklevel=2)
            print("deleted", self.name)


class Custom(UserWarning):
    def __init__(self, payload):
        super().__init__(payload)
        self.payload = payload

    def __str__(self):
        return f"custom<{self.payload.name}>"


kept = []


def show(message, category, filename, lineno, file=None, line=None):
    kept.append(message)
    print("show:", category.__name__, message, "at", lineno)


warnings.showwarning = show
warnings.simplefilter("always")
r = Resource("one")
del r
r = Resource("two")
r.close()
del r
warnings.warn(Custom(Resource("payload")))
print(len(kept), type(kept[-1]).__name__)
kept.clear()
print("cleared")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as error:
        print("raised", error)
    r = Resource("in error mode")
    del r
    print("a warning that is an error in __del__ is only reported")
with warnings.catch_warnings(record=True) as log:
    warnings.filterwarnings("ignore", category=DeprecationWarning, module="__main__", lineno=0)
    warnings.filterwarnings("default", message="seen.*")
    warnings.warn("ignored", DeprecationWarning)
    for i in range(3):
        warnings.warn(f"seen {i}")
        warnings.warn("seen again")
    print([str(w.message) for w in log])
    print(log[0].source, log[0].filename.rsplit("/")[-1], log[0].category, log[0].line)
log = None


def deprecated(function):
    def wrapper(*args):
        warnings.warn(f"{function.__name__} is deprecated", DeprecationWarning, stacklevel=2)
        return function(*args)

    return wrapper


@deprecated
def old(x):
    return x + 1


print(old(1))
print(old(2))
with warnings.catch_warnings(action="ignore") if sys.version_info >= (3, 11) else warnings.catch_warnings():
    print(old(3))
for wrong in (lambda: warnings.warn("x", str), lambda: warnings.filterwarnings("nothing"), lambda: warnings.warn_explicit("x", UserWarning, "f", "1")):
    try:
        wrong()
    except (TypeError, ValueError, AssertionError) as error:
        print(type(error).__name__, str(error).split(",")[0])
left = Resource("left at exit")
