# Generic classes at run time: what aliases, caches and __orig_class__ hold, ParamSpec, Self, Annotated, and abstract protocols.
import abc
import collections.abc
import gc
import typing
import weakref
from typing import Annotated, Any, Callable, ClassVar, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
P = typing.ParamSpec("P")


class Box(Generic[T]):
    made: ClassVar[int] = 0

    def __init__(self, value: T):
        self.value = value

    def map(self, function: Callable[[T], Any]) -> "Box[Any]":
        return Box(function(self.value))

    def __class_getitem__(cls, item):
        print("subscripted with", item)
        return super().__class_getitem__(item)

    def __del__(self):
        print("box of", self.value, "goes")


b = Box[int](1)
print(b.__orig_class__, b.map(str).value, get_args(b.__orig_class__), get_origin(Box[str]) is Box)
del b


def local():
    class Key:
        pass

    alias = Box[Key]
    return weakref.ref(Key), weakref.ref(alias)


key, alias = local()
gc.collect()
print("an own __class_getitem__ still asks the cache of typing:", key() is not None)
for cleanup in typing._cleanups:
    cleanup()
gc.collect()
print("after the caches are cleared:", key(), alias())


def decorate(function: Callable[P, T]) -> Callable[P, list[T]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> list[T]:
        return [function(*args, **kwargs)]

    return inner


@decorate
def area(width: int, height: Annotated[int, "positive"] = 1) -> int:
    return width * height


print(area(2, height=3), get_type_hints(decorate)["function"])
hints = get_type_hints(area.__closure__[0].cell_contents, include_extras=True)
print(hints["height"].__metadata__, get_args(hints["height"]))


class Comparable(Protocol):
    @abc.abstractmethod
    def __lt__(self, other: Any) -> bool: ...


class Shape(abc.ABC, Generic[T]):
    @property
    @abc.abstractmethod
    def size(self) -> T: ...

    @classmethod
    @abc.abstractmethod
    def unit(cls): ...


try:
    Shape()
except TypeError as error:
    print(error)


class Square(Shape[int]):
    size = 4

    @classmethod
    def unit(cls):
        return cls()

    def __del__(self):
        print("square goes")


print(Square.unit().size, Square.__orig_bases__, Square.__parameters__, Square.__abstractmethods__)
print(list[int] == list[int], dict[str, T][int], (int | None) == typing.Optional[int], tuple[int, ...].__args__)
print(isinstance([], collections.abc.Sequence), issubclass(Square, Shape), get_origin(list[int]), get_origin(int | str) is not None)
Vector = list[tuple[T, T]]
print(Vector[int], Vector.__parameters__, typing.get_type_hints(Box.map)["return"])
print(typing.NewType("UserId", int).__supertype__, typing.TypeVar("B", bound="Later").__bound__, P.args, repr(P))
for wrong in (lambda: list[int]() and isinstance([], list[int]), lambda: Generic[int], lambda: typing.get_type_hints(3), lambda: class_with_duplicates()):
    try:
        wrong()
        print("no error")
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)
kept = Box[str]("kept")
