# A module's __getattr__ and __dir__: names made when they are asked for, deprecated ones, and misses.
import plugin
import plugin as same
from plugin import computed, old_name

print(computed, old_name, plugin.computed is computed, plugin.asked)
print(plugin.fresh is plugin.fresh, plugin.cached is plugin.cached)
try:
    plugin.missing
except AttributeError as error:
    print(error, error.name, error.obj is plugin)
try:
    from plugin import missing
except ImportError as error:
    print(str(error).split(" (/")[0])
print(dir(plugin), hasattr(plugin, "fresh"), getattr(plugin, "missing", "default"))
print("star:", end=" ")
exec("from plugin import *; print(sorted(n for n in dir() if not n.startswith('_') and n in ('plain', 'computed', 'exported')))")
del plugin.cached
print("deleted from the namespace, made again:", plugin.cached)
try:
    del plugin.missing
except AttributeError as error:
    print(error)
plugin.__getattr__ = lambda name: f"replaced {name}"
print(plugin.anything, plugin.plain)
del plugin.__getattr__
try:
    plugin.anything
except AttributeError as error:
    print(error)
try:
    plugin.plian
except AttributeError as error:
    print(error)
