"""Errors in finalisers at each stage of the exit: with source lines, without, and unheard."""
import atexit
import sys


class Finalised:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(self.name)


def callback(held):
    raise KeyError("in exit callback")


atexit.register(callback, Finalised("held by the callback"))
sys.last_value = Finalised("sys.last_value")
sys.custom = Finalised("sys.custom")
sys.modules["custom"] = Finalised("sys.modules")
in_globals = Finalised("global")
cycle = Finalised("cycle")
cycle.itself = cycle
