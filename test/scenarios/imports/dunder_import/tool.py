def __getattr__(name):
    if name.startswith("dyn"):
        return "dynamic " + name
    raise AttributeError("tool has no " + name)

def __dir__():
    return ["b", "a"]

static = 1
print(__name__, __file__.split("/")[-1], __spec__.name, __package__ == "", __doc__)
