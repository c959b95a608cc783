# An attribute that is missing from an object whose `__dir__` lists something that is no name.
import sys


class Odd:
    def __dir__(self):
        return ["listed", 3]


try:
    Odd().liste
except AttributeError as error:
    sys.excepthook(type(error), error, error.__traceback__)
