"""Arguments are objects with __float__ or __index__, and their errors come through."""
import math


class Half:
    def __float__(self):
        print("asked")
        return 0.5


class Broken:
    def __float__(self):
        raise KeyError("broken")


class Wrong:
    def __float__(self):
        return "half"


class Whole:
    def __index__(self):
        return 4


print(math.sqrt(Whole()), math.sin(Half()), math.hypot(Half(), Whole()))
for bad in (Broken(), Wrong(), None, "1", 1j):
    try:
        print(math.sqrt(bad))
    except Exception as error:
        print(type(error).__name__, error)
for call in (lambda: math.sin(), lambda: math.sin(1, 2), lambda: math.sin(x=1), lambda: math.isclose(1), lambda: math.atan2(1)):
    try:
        call()
    except TypeError as error:
        print(error)
