# reload runs a module again in the same namespace: old classes and functions live on where somebody holds them.
import gc
import importlib
import sys

import config

gc.collect()
gc.disable()
old_class, old_item, old_function = config.Item, config.item, config.name_of
print(config.runs, old_function(old_item), config.only_first)
again = importlib.reload(config)
print(again is config, config.runs, config.Item is old_class, isinstance(old_item, config.Item))
print("the old function sees the new globals:", old_function(old_item))
print("names that are not made again stay:", config.only_first)
del old_item
print("the old item is gone")
del old_class, old_function
print("the old class is garbage", gc.collect() > 0)
config.fail = True
try:
    importlib.reload(config)
except ZeroDivisionError:
    print("a failed reload leaves the module half done:", config.runs, config.item.name, "config" in sys.modules)
del sys.modules["config"]
try:
    importlib.reload(config)
except ImportError as error:
    print(error)
try:
    importlib.reload("config")
except TypeError as error:
    print(error)
import config as fresh
print(fresh is config, fresh.runs, hasattr(fresh, "only_first"))
