# `lazy import` of 3.15: what the name holds, when the import happens, and how it fails.
import sys

if sys.version_info < (3, 15):
    print('no lazy imports')
    sys.exit()

exec('''
import sys
import types
lazy import colorsys as nothing_yet
lazy import graphlib
lazy import concurrent.futures
lazy import os.path as path
lazy from bisect import insort, bisect_left as left
lazy import no_such_module
lazy from graphlib import NoSuchName

space = globals()
for name in ('graphlib', 'concurrent', 'path', 'insort', 'left', 'no_such_module', 'NoSuchName'):
    print(name, repr(space[name]), type(space[name]) is types.LazyImportType)
print('graphlib' in sys.modules)


def use():
    return graphlib.TopologicalSorter({'b': ['a']}).static_order()


print(list(use()), type(space['graphlib']).__name__, 'graphlib' in sys.modules)
print(concurrent.__name__, path.__name__, insort.__name__, left.__name__)
print(type(space['insort']).__name__)
for name in ('no_such_module', 'NoSuchName'):
    try:
        eval(name)
    except ImportError as error:
        print(type(error).__name__, str(error).split(' (')[0], '|', type(error.__cause__).__name__, error.__cause__)
print(repr(space['no_such_module']), space['nothing_yet'].__class__.__name__)
lazy import string
print(space['string'].resolve().digits, repr(space['string']))
string = 'own'
print(string)
try:
    types.LazyImportType()
except TypeError as error:
    print(error)
''')
