"""Every statement and expression whose instructions can raise, for the positions test."""
import os.path as path, sys
from collections import (
    deque,
    namedtuple as record,
)

limit: int = 10


def decorator(function, *, twice=False):
    return function


@decorator
@decorator(
    twice=True)
def chain(a, /, b=limit * 2, *args: int, c=(1, 2), **kwargs) -> "chain":
    """A docstring."""
    global counter
    counter = a.first.second(b)[0].third(
        *args, c=c, **kwargs
    )
    value = (a
             .alpha(1)
             .beta(2, key=3).
             gamma)
    value.total += b - 1
    value[a:b] = value[::2] = [*args, value]
    value[a, b] -= 1
    del value.total, value[0], (a, b)
    return -value ** 2 if not a and (b or c) < limit <= 3 else lambda x=b: x + a


def loops(items):
    for i, (j, *k) in items.pairs():
        while i > j:
            if i is None or k in [1, 2, 3]:
                continue
            elif not j:
                break
            i -= len(k)
        else:
            print(i, j, sep=path.sep)
    else:
        assert i == j, "message" + str(i)
    total, a = a, total = [x * y for x in items
                           if x.ok for y in range(x)]
    return {x: y for x, y in items}, {x + 1 for x in items}, sum(z.size for z in items)


def guards(source):
    with source.open("r") as f, source.lock() as (one, two):
        try:
            f.read(one)
        except (OSError, ValueError) as error:
            raise KeyError(error.args[0]) from error
        except Exception:
            raise
        else:
            return f.value
        finally:
            f.close()
    try:
        source()
    except* TypeError as group:
        print(group.exceptions)


class Shape(path.Base, metaclass=type(path)):
    __slots__ = ("size",)
    limit = [limit for _ in range(3)]

    def __init__(self, size):
        type(self).limit += 1
        self.size = self.__scale(size)

    def area(self):
        nonlocal_value = 0

        def inner():
            nonlocal nonlocal_value
            nonlocal_value += self.size
            return f"{self.size!r:>{nonlocal_value}} and {nonlocal_value + 1:x}"

        return "%s of %r" % (inner(), self)


def generator(items):
    received = yield items.first
    result = yield from received.rest(
        result=None)
    while (chunk := result.read()):
        yield chunk[0], chunk[1:]


async def main(client):
    async with client.get("x") as response:
        async for line in response.lines():
            await line.process()
    return [await x async for x in client if await x.ok()]


def select(command):
    match command.split():
        case ["go", ("north" | "south") as direction] if direction.ok:
            return direction
        case {"name": str(name), "size": Shape.LARGE, **rest}:
            return rest[name]
        case Shape(size=0, area=[_, *others]) | [_, _, *others]:
            return others
        case path.sep | -1 | None:
            pass
        case _:
            return command


print(chain(1)(2), loops([]), end="")
