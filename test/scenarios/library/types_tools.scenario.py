# types: SimpleNamespace, MethodType, new_class, DynamicClassAttribute, ModuleType, coroutine marks.
import sys
import types


class Part:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Part({self.name})"

    def __del__(self):
        print("part", self.name, "goes")


ns = types.SimpleNamespace(a=1, part=Part("in namespace"))
ns.b = [ns.a]
print(ns, ns == types.SimpleNamespace(**vars(ns)), vars(ns).keys())
del ns.part
print("deleted", hasattr(ns, "part"))
ns.me = ns
print(ns)


class Thing:
    def __del__(self):
        print("thing goes")


thing = Thing()
thing.shout = types.MethodType(lambda self, x: (type(self).__name__, x), thing)
print(thing.shout(3), thing.shout.__self__ is thing)
del thing
print("a cycle through its own method")


def body(namespace):
    namespace["x"] = 5
    namespace["__doc__"] = "made"


Made = types.new_class("Made", (Part,), {"metaclass": type}, body)
print(Made.x, Made.__doc__, Made.__mro__[1] is Part, Made("m").name, Made.__module__)
meta, prepared, keywords = types.prepare_class("P", (), {"metaclass": type, "k": 1})
print(meta, prepared, keywords)


class WithBases:
    def __mro_entries__(self, bases):
        return (Part,)


print(types.resolve_bases((WithBases(), int)))


class Attr:
    @types.DynamicClassAttribute
    def value(self):
        return "on the instance"


print(Attr().value)
try:
    Attr.value
except AttributeError as error:
    print("AttributeError", error)
module = types.ModuleType("virtual", "its text")
module.part = Part("in module")
sys.modules["virtual"] = module
import virtual
print(virtual.__doc__, virtual.part, virtual.__name__, virtual.__spec__)
del sys.modules["virtual"], module, virtual
print("module gone")
print(isinstance(lambda: 0, types.FunctionType), isinstance(len, types.BuiltinFunctionType), types.GenericAlias(list, int), type(None) is types.NoneType)


@types.coroutine
def waiting():
    value = yield "asked"
    return value


async def main():
    return await waiting()


c = main()
print(c.send(None))
try:
    c.send("answer")
except StopIteration as stop:
    print(stop.value)
proxy = types.MappingProxyType({"k": Part("behind a proxy")})
print(proxy["k"], proxy | {"z": 1})
