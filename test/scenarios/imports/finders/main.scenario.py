# A finder on sys.meta_path whose modules are texts in memory; the loader, its specs, and what the import system keeps.
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import weakref

SOURCES = {
    "virtual": "import virtual.part\nvalue = virtual.part.value * 2",
    "virtual.part": "value = 21\nclass Part:\n    def __del__(self): print('part goes', value)\npart = Part()",
    "virtual.bad": "1 / 0",
}


class MemoryFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path, target=None):
        if name.startswith("virtual"):
            print("asked for", name, "in", path)
        if name in self.sources:
            return importlib.machinery.ModuleSpec(name, self, origin="memory", is_package=name == "virtual")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(self.sources[module.__name__], f"<{module.__name__}>", "exec"), module.__dict__)

    def __del__(self):
        print("finder goes")


finder = MemoryFinder(SOURCES)
sys.meta_path.append(finder)
import virtual

print(virtual.value, virtual, virtual.__loader__ is finder, virtual.__spec__.origin, virtual.__path__)
try:
    import virtual.bad
except ZeroDivisionError:
    print("bad is not kept:", "virtual.bad" in sys.modules, hasattr(virtual, "bad"))
try:
    import virtual.nothing
except ModuleNotFoundError as error:
    print(error)
sys.meta_path.remove(finder)
del finder
print("the modules keep their loader")
spec = importlib.util.spec_from_loader("handmade", loader=None)
module = importlib.util.module_from_spec(spec)
module.x = 1
print(module, spec.loader, spec.has_location)
print(importlib.util.find_spec("virtual").name, importlib.util.find_spec("no.such") if 0 else importlib.util.find_spec("no_such"))
print(importlib.import_module(".part", "virtual") is virtual.part)
for wrong in (lambda: importlib.import_module(".part"), lambda: importlib.util.find_spec(".part", None)):
    try:
        wrong()
    except (TypeError, ImportError, ValueError) as error:
        print(type(error).__name__, error)
ref = weakref.ref(virtual.part)
part_class = virtual.part.Part
del sys.modules["virtual.part"], virtual.part
gc.collect()
print("module gone:", ref() is None, part_class.__module__)
del virtual, sys.modules["virtual"]
gc.collect()
print("end")
