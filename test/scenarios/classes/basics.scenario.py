# Class and instance attributes, methods of every kind, inheritance and the resolution order.
class Animal:
    """An animal."""
    count = 0
    kinds = []

    def __init__(self, name):
        self.name = name
        Animal.count += 1
        self.kinds.append(type(self).__name__)

    def speak(self):
        return f"{self.name} {self.sound()}"

    def sound(self):
        return "..."

    @classmethod
    def make(cls, *names):
        return [cls(n) for n in names]

    @staticmethod
    def helper(x):
        return x * 2

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name}>"

class Dog(Animal):
    def sound(self):
        return "wuff"

class Puppy(Dog):
    kinds = ["own list"]
    def sound(self):
        return super().sound().upper()

pets = Dog.make("rex", "ace") + Puppy.make("tiny")
print(pets, [p.speak() for p in pets], Animal.count, Dog.count, Animal.kinds, Puppy.kinds)
print(Dog.helper(4), pets[0].helper("x"), Animal.speak(pets[2]))
print(isinstance(pets[2], Animal), issubclass(Dog, Puppy), isinstance(pets[0], (int, Dog)), type(pets[0]) is Dog)
print(
    [c.__name__ for c in Puppy.__mro__], Puppy.__bases__ == (Dog,), Dog.__subclasses__() == [Puppy], Animal.__doc__,
    Dog.__doc__
)
print(pets[0].__dict__, vars(pets[1]), Dog.__module__, Dog.__qualname__)
method = pets[0].speak
print(
    method(), method.__self__ is pets[0], method.__func__ is Animal.speak, method.__name__, method == pets[0].speak,
    method is pets[0].speak
)
Dog.count = 10
pets[0].count = 99
print(Animal.count, Dog.count, Puppy.count, pets[0].count, pets[1].count)
pets[0].sound = lambda: "patched"
print(pets[0].speak(), pets[1].speak())
Animal.sound = lambda self: "base"
print(Animal("cat").speak(), hasattr(pets[0], "name"), hasattr(Dog, "name"))
pets[1].__class__ = Puppy
print(pets[1], pets[1].speak())
del Dog.sound
print(Dog("late").speak())
class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass
try:
    class C(A, B): pass
except TypeError as error:
    print(error)
try:
    class D(5): pass
except TypeError as error:
    print(type(error).__name__)
