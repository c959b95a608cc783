# A partial as an attribute of a class, and single dispatch on a union.
import functools
import warnings


class Own(functools.partial):
    pass


class Tool:
    plain = functools.partial(print, "plain")
    own = Own(print, "own")
    static = staticmethod(functools.partial(print, "static"))


for action in ["error", "always"]:
    for name in ["plain", "own", "static"]:
        for owner in [Tool(), Tool]:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter(action)
                try:
                    getattr(owner if isinstance(owner, type) else type("Sub", (Tool,), {"__repr__": lambda self: "a tool"})(), name)(2)
                except Warning as error:
                    print(type(error).__name__, error)
                print([(w.category.__name__, w.lineno) for w in caught])


@functools.singledispatch
def kind(value):
    return "other"


@kind.register(int | str)
def _(value):
    return "int or str"


@kind.register
def _(value: float | list):
    return "float or list"


print(kind(1), kind("a"), kind(1.5), kind([]), kind(None), list(kind.registry))
