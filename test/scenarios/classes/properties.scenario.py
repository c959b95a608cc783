# property: getter, setter, deleter, errors, inheritance and removal of its parts.
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius
    @property
    def celsius(self):
        """In degrees."""
        return self._celsius
    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError("too cold")
        print("set", value)
        self._celsius = value
    @celsius.deleter
    def celsius(self):
        print("deleted")
        del self._celsius
    fahrenheit = property(lambda self: self.celsius * 9 / 5 + 32)

t = Temperature(20)
t.celsius += 5
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__, type(Temperature.celsius).__name__)
try:
    t.celsius = -300
except ValueError as error:
    print(error, t.celsius)
for action in ("t.fahrenheit = 1", "del t.fahrenheit"):
    try:
        if action[0] == "t":
            t.fahrenheit = 1
        else:
            del t.fahrenheit
    except AttributeError as error:
        print(error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print(error)

class Kelvin(Temperature):
    @property
    def celsius(self):
        return super().celsius - 273
    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value)

k = Kelvin(300)
print(k.celsius, k.__dict__)
k.__dict__["fahrenheit"] = "shadow"
print(k.fahrenheit)
class Unreadable:
    x = property(None, lambda self, v: None)
try:
    Unreadable().x
except AttributeError as error:
    print(error)
