# The collection at the exit finds the module `plugin` to be garbage, and clears the weak reference by which the exit
# remembers it. Then the dict that `vars()` makes in a finaliser on 3.11 keeps all that garbage once more: the module
# lives on, and its globals are not cleared by name.
import sys
import types


class Held:
    def __del__(self):
        print("Held goes, type is known:", Held is not None)


class Asks:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(sorted(vars(self)))


plugin = types.ModuleType("plugin")
sys.modules["plugin"] = plugin
plugin.held = Held()
asks = Asks("asks")
asks.itself = asks
