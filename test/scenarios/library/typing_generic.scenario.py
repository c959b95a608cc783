# Generic classes, aliases and what they keep.
import typing
from typing import Any, Callable, Dict, Generic, List, Optional, TypeVar, Union

T = TypeVar("T")
K = TypeVar("K", bound=str)
N = TypeVar("N", int, float)


class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def __del__(self):
        print("stack of", len(self.items), "goes")


s = Stack[int]()
s.push(1)
print(Stack[int], Stack[T], Stack[int].__origin__ is Stack, Stack[int].__args__, Stack.__parameters__)
print(s.__orig_class__, Stack[int] == Stack[int], Stack[int] is Stack[int], hash(Stack[int]) == hash(Stack[int]))
print(Union[int, str, int], Optional[int], Union[int], Union[int, None] == Optional[int])
print(Callable[[int, str], bool], Callable[..., Any], Dict[str, List[int]])
print(T, K.__bound__, N.__constraints__, T.__covariant__)
print(Dict[K, T][str, int], Dict[str, T].__parameters__)


class Pair(Generic[K, T], Stack[T]):
    pass


print(Pair.__parameters__, Pair[str, int].__args__, Pair.__orig_bases__)
for wrong in (lambda: Stack[int, str], lambda: Union[()], lambda: Optional[int, str], lambda: List[1, 2]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


def function(a: int, b: "str" = "x", *, c: Optional[List["Stack"]] = None) -> "Stack[int]":
    return s


print(typing.get_type_hints(function))
print(typing.get_origin(List[int]), typing.get_args(Dict[str, int]), typing.get_args(Callable[[int], str]))
print(typing.cast(int, "not checked"), typing.NewType("UserId", int)(5))


class Annot:
    size: typing.ClassVar[int] = 3
    name: typing.Annotated[str, "meta"]


print(typing.get_type_hints(Annot), typing.get_type_hints(Annot, include_extras=True)["name"])
print(typing.Literal["a", 1], typing.Literal["a"].__args__, typing.Final, typing.Tuple[int, ...])


class Marker:
    def __del__(self):
        print("marker goes")


annotated = typing.Annotated[int, Marker()]
print(annotated.__origin__, type(annotated.__metadata__[0]).__name__)
del annotated
print("end")


@typing.overload
def f(x: int) -> int: ...
@typing.overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(3), len(typing.get_overloads(f)), typing.final(Stack) is Stack, Stack.__final__)
