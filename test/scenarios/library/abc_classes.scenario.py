# Abstract classes: what may be made, register, __subclasshook__, and weak registries.
import abc
import gc
import weakref


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        """The area."""
        return 0

    @property
    @abc.abstractmethod
    def name(self): ...

    def __del__(self):
        print("shape", type(self).__name__, "goes")


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return super().area() + self.side ** 2

    name = "square"


class Half(Shape):
    def area(self):
        return 1


print(Square(3).area(), sorted(Shape.__abstractmethods__), Half.__abstractmethods__, Square.__abstractmethods__)
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Duck:
    pass


print(Shape.register(Duck) is Duck, issubclass(Duck, Shape), isinstance(Duck(), Shape), Duck.__mro__)


@Shape.register
class Goose:
    pass


print(isinstance(Goose(), Shape))
try:
    Square.register(Shape)
    Shape.register(3)
except (TypeError, RuntimeError) as error:
    print(type(error).__name__, error)


class Walks(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Walks:
            return hasattr(other, "walk") or NotImplemented
        return NotImplemented


class Dog:
    def walk(self):
        pass


print(issubclass(Dog, Walks), issubclass(int, Walks), isinstance(Dog(), Walks))
Walks.register(int)
print(issubclass(int, Walks), issubclass(bool, Walks), abc.get_cache_token() > 0)


def local():
    class Temporary:
        pass

    Shape.register(Temporary)
    print(issubclass(Temporary, Shape))
    return weakref.ref(Temporary)


reference = local()
gc.collect()
print("a registered class can go:", reference() is None)


class Meta(abc.ABCMeta):
    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)


class Made(metaclass=Meta):
    @abc.abstractmethod
    def run(self): ...


class Runs(Made):
    run = staticmethod(lambda: "runs")


print(Runs().run())
try:
    Made()
except TypeError as error:
    print(error)
Made.run = lambda self: "patched"
abc.update_abstractmethods(Made)
print(Made().run(), Made.__abstractmethods__)
keeper = Square(1)
