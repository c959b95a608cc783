# Modules that lie beside the script, of which one has a name of the library's: what errors say of names they lack.
import sys

def attempt(what):
    try:
        what()
    except (ImportError, AttributeError) as error:
        print(type(error).__name__, error, error.name, getattr(error, "name_from", None))

def from_fractions(): from fractions import Fraction
def from_plain(): from plain import nothing
def of_fractions(): import fractions; fractions.Fraction
def of_plain(): import plain; plain.nothing
def deleted(): import plain; del plain.nothing
everything = [from_fractions, from_plain, of_fractions, of_plain, deleted]
for what in everything: attempt(what)

import fractions
print("the folder first in sys.path is not asked again")
kept = sys.path[:]
sys.path[:] = ["/elsewhere"]
for what in everything: attempt(what)
sys.path[:] = kept

print("a spec that knows no place")
fractions.__spec__.has_location = False
attempt(of_fractions)
fractions.__spec__.has_location = True
fractions.__spec__.origin = 5
attempt(of_fractions)
fractions.__spec__ = None
attempt(of_fractions)
attempt(from_fractions)

print("names of the library")
sys.stdlib_module_names = {"plain"}
attempt(of_plain)
attempt(from_plain)
sys.stdlib_module_names = ["plain"]
attempt(of_plain)
del sys.stdlib_module_names
attempt(of_plain)
import plain
plain.__name__ = 5
attempt(of_plain)
