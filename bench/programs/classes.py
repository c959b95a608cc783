"""Class attributes, properties, inheritance, special methods and isinstance."""


class Shape:
    sides = 0
    made = 0

    def __init__(self, size):
        self.size = size
        Shape.made += 1

    @property
    def area(self):
        return self.size * self.size

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def larger(a, b):
        return a if a > b else b

    def __eq__(self, other):
        return isinstance(other, Shape) and self.size == other.size

    def __hash__(self):
        return hash(self.size)

    def __add__(self, other):
        return type(self)(self.size + other.size)


class Square(Shape):
    sides = 4

    def __init__(self, size):
        super().__init__(size)
        self.color = "red"


class Triangle(Shape):
    sides = 3

    @property
    def area(self):
        return self.size * self.size / 2


def main(scale=1):
    total = 0
    seen = set()
    for i in range(300 * scale):
        shape = (Square if i % 2 else Triangle)(i % 20)
        total += shape.area + shape.sides
        seen.add(shape)
        if shape == Square.unit():
            total += Shape.larger((shape + shape).size, 5)
        if isinstance(shape, Square) and hasattr(shape, "color"):
            total += len(shape.color)
    return total, len(seen)
