import warnings

__all__ = ["plain", "exported"]
plain = 1
asked = []


class Made:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("made", self.name, "goes")


def __getattr__(name):
    asked.append(name)
    if name == "computed":
        return sum(range(10))
    if name == "exported":
        return "made for the star"
    if name == "fresh":
        return Made("fresh")
    if name == "cached":
        value = globals()[name] = Made("cached")
        return value
    if name == "old_name":
        warnings.warn("old_name is deprecated", DeprecationWarning, stacklevel=2)
        return plain
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=__import__(__name__))


def __dir__():
    return ["plain", "computed"]
