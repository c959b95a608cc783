"""Floor, ceil and trunc of floats, ints and objects with the special methods."""
import math

for x in (2.5, -2.5, 0.0, -0.0, 1e20, -0.5, 7, True):
    print(x, math.floor(x), math.ceil(x), math.trunc(x))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __floor__(self):
        return self.cents // 100

    def __ceil__(self):
        return -(-self.cents // 100)

    def __trunc__(self):
        return int(self.cents / 100)


print(math.floor(Money(-150)), math.ceil(Money(-150)), math.trunc(Money(-150)))
for call in (lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.trunc("x"), lambda: math.floor("x")):
    try:
        call()
    except (OverflowError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
