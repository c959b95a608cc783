# Representations: recursive containers, quotes, nested structures, functions and classes.
l = [1]; l.append(l)
d = {"k": l}; d["d"] = d
t = ([],); t[0].append(t)
print(l, d, t)
print(
    [[], {}, (), set(), frozenset()], [None, True, ...], ["a'b", 'c"d', "e\n"], {1: {2: {3: [4]}}}, ((1,), (2, 3)),
    {"set": {1}}, [b"x", 1.0, -0.0, 1e100], [range(3), slice(1, 2)]
)
def function(): pass
class Cls:
    def method(self): pass
    @staticmethod
    def static(): pass
    @classmethod
    def klass(cls): pass
    class Nested: pass
    prop = property(method)
def shape(value):
    text = repr(value)
    at = text.find(" at 0x")
    return text if at < 0 else text[:at] + " at ADDRESS" + (">" if text[-1] == ">" else "")
for value in (
    function, Cls, Cls(), Cls.method, Cls().method, Cls.static, Cls.klass, Cls.Nested, Cls.Nested(), Cls.prop,
    lambda: 0, (n for n in []), iter([]), iter(()), iter({}), iter("a"), zip(), map(str, []), filter(None, []),
    enumerate([]), reversed([]), reversed(()), {}.keys(), {1: 2}.items(), {}.values(), object(), type, int, len,
    [].append, "".join, dict.get, object.__init__, (5).__add__, type.__call__, NotImplemented, Ellipsis, ValueError,
    ValueError("x"), super, property(), staticmethod(function), classmethod(function), function.__code__.co_name,
    Cls.__dict__.__class__, function.__globals__.__class__
):
    print(shape(value))
class Rec:
    def __init__(self): self.items = [self]
    def __repr__(self): return f"Rec({self.items!r})" if len(log) < 3 and not log.append(1) else "..."
log = []
print(Rec())
