# types: classes and modules made at run time, method and function objects made by hand, namespaces and proxies; and their ends.
import gc
import types
import weakref

gc.collect()
gc.disable()


class Held:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("held", self.name, "goes")


def fill(namespace):
    namespace["value"] = Held("in new_class")
    namespace["describe"] = lambda self: f"{type(self).__name__} with {self.value}"


Made = types.new_class("Made", (), {}, fill)
print(Made().describe(), Made.__module__, Made.__mro__)
ref = weakref.ref(Made)
del Made
print("a class is a cycle:", ref() is not None, gc.collect() > 0, ref())
module = types.ModuleType("handmade", "its text")
module.item = Held("in a module")
exec("def function(): return item", vars(module))
function = module.function
print(module, module.__doc__, function(), function.__module__)
del module
print("the function's globals keep the item")
print(function())
del function
gc.collect()


def plain(self, extra=1):
    return f"{self} and {extra}"


bound = types.MethodType(plain, Held("bound"))
print(bound(), bound.__self__, bound.__func__ is plain)
del bound
copy = types.FunctionType(plain.__code__, {"__builtins__": {}}, "copied", (Held("default"),), None)
print(copy("me"), copy.__name__, copy.__defaults__)
copy.__defaults__ = None
print("defaults replaced")
cell = types.CellType(Held("in a cell"))
print(cell.cell_contents)
cell.cell_contents = 2
print("cell refilled")
space = types.SimpleNamespace(a=Held("in a namespace"), b=1)
print(space, space == types.SimpleNamespace(a=space.a, b=1), vars(space).keys())
del space.a
print("attribute deleted")
source = {"k": Held("behind a proxy")}
proxy = types.MappingProxyType(source)
try:
    proxy["k"] = 1
except TypeError as error:
    print(error)
del source
print("the proxy keeps the dict:", proxy["k"], len(proxy), proxy | {"z": 1})
del proxy


@types.coroutine
def step():
    got = yield "asked"
    return got


async def main():
    return await step()


c = main()
print(c.send(None))
try:
    c.send(Held("answer"))
except StopIteration as stop:
    print("returned", stop.value)
stop = None
print(types.resolve_bases((list[int], types.SimpleNamespace)), types.prepare_class("X", (), {"metaclass": type})[0])
print(isinstance(len, types.BuiltinFunctionType), isinstance(c, types.CoroutineType), type(c).__name__, types.NoneType is type(None))


class Lazy:
    @types.DynamicClassAttribute
    def value(self):
        return "from the instance"


print(Lazy().value)
try:
    Lazy.value
except AttributeError as error:
    print("AttributeError", error)
