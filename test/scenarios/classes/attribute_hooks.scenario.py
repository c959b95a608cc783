# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and what calls them.
class Hooks:
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("no"):
            raise AttributeError("refused " + name)
        return name.upper()
    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)
    def __dir__(self):
        return ["b", "a"]

h = Hooks()
print(h.real, h.virtual, getattr(h, "other"), getattr(h, "nope", "default"), hasattr(h, "none"), hasattr(h, "yes"))
h.real += 1
del h.real
print(h.real, dir(h))
try:
    h.nothing
except AttributeError as error:
    print(error)

class Every:
    x = 1
    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)
    def __len__(self):
        return 3

e = Every()
e.y = 5
print(e.x, e.y, len(e))
try:
    e.z
except AttributeError as error:
    print(error)
print(object.__getattribute__(e, "y"), type(e).x)

class Fallback:
    def __getattribute__(self, name):
        raise AttributeError(name)
    def __getattr__(self, name):
        return "fallback " + name
print(Fallback().any)

class Inner:
    @property
    def broken(self):
        return self.missing
    def __getattr__(self, name):
        raise AttributeError("no " + name)
try:
    Inner().broken
except AttributeError as error:
    print(error)
for action in (
    lambda: Hooks.missing, lambda: (5).missing, lambda: print.missing, lambda: [].appendd,
    lambda: setattr(int, "x", 1), lambda: delattr(5, "real"), lambda: getattr(5, 5)
):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
