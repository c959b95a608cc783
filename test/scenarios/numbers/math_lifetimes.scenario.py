"""A sum takes items one by one, and lets go of each before the next."""
import math


class Number:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        print("value", self.value)
        return float(self.value)

    def __del__(self):
        print("del", self.value)


print(math.fsum(Number(n) for n in range(3)))
print(math.hypot(Number(3), Number(4)))
try:
    math.fsum([Number(1), "x", Number(2)])
except TypeError as error:
    print(error)
print("end")
