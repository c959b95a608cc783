# Protocols are checked by structure where they are runtime_checkable.
import typing


@typing.runtime_checkable
class Closable(typing.Protocol):
    def close(self): ...


class File:
    def close(self):
        print("file closed")

    def __del__(self):
        print("file goes")


class Other:
    pass


f = File()
print(isinstance(f, Closable), isinstance(Other(), Closable), issubclass(File, Closable), issubclass(int, Closable))


@typing.runtime_checkable
class Sized(typing.Protocol):
    size: int

    def grow(self, by: int) -> int: ...


class Box:
    def __init__(self):
        self.size = 1

    def grow(self, by):
        self.size += by
        return self.size


print(isinstance(Box(), Sized), isinstance(f, Sized))
try:
    issubclass(Box, Sized)
except TypeError as error:
    print(str(error)[:60])


class Unchecked(typing.Protocol):
    def run(self): ...


try:
    isinstance(f, Unchecked)
except TypeError as error:
    print(error)
try:
    Closable()
except TypeError as error:
    print(error)


class Explicit(Closable):
    def close(self):
        super().close()
        return "explicit"


print(Explicit().close(), Explicit.__mro__[1] is Closable, isinstance(Explicit(), Closable))
try:
    class Bad(Closable, File, typing.Protocol):
        pass
except TypeError as error:
    print(error)

T = typing.TypeVar("T")


class Source(typing.Protocol[T]):
    def get(self) -> T: ...


print(Source[int], Source.__parameters__, typing.Protocol in Source.__mro__)
print(isinstance(3, typing.SupportsInt), isinstance("x", typing.SupportsInt), isinstance(2.5, typing.SupportsRound))


class Late:
    pass


late = Late()
print(isinstance(late, Closable))
Late.close = lambda self: None
print(isinstance(late, Closable))
