# Imports that wait: in functions, by importlib.util.LazyLoader, and by a stand-in object that imports when it is used.
import importlib
import importlib.util
import sys


def work():
    import heavy
    return heavy.answer()


print("heavy" in sys.modules)
print(work(), work(), "heavy" in sys.modules, "heavy" in globals())


def lazy(name):
    spec = importlib.util.find_spec(name)
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return module


other = lazy("other")
print("nothing ran yet", object.__getattribute__(other, "__class__").__name__)
print(other.value)
print(type(other).__name__, other.__name__)


class Proxy:
    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        print("importing", self._name, "for", attribute)
        module = importlib.import_module(self._name)
        self.__dict__.update(vars(module))
        return getattr(module, attribute)

    def __del__(self):
        print("proxy of", self._name, "goes")


third = Proxy("third")
print(third.value, third.value)
missing = Proxy("not_there")
try:
    missing.anything
except ModuleNotFoundError as error:
    print(error, error.name)
del third
print("the module stays:", sys.modules["third"].value)


class AtExit:
    def __del__(self):
        try:
            import never_imported
            print("imported at exit")
        except ImportError as error:
            print("import in a finaliser:", type(error).__name__)


at_exit = AtExit()
