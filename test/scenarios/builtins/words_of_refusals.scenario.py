"""Words of refusals that name what was given, and the order in which arguments are looked at."""
import types


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    pass


class Index:
    def __index__(self):
        raise KeyError('asked')


class Point:
    x = property(None, lambda self, value: None)
    y = property(len)


def outer(a, b):
    c = 1
    return lambda: a


print(type(iter('ab')).__name__, type(iter(Text('ab'))).__name__)
print(list(Text('ab')), next(iter(Text(''))) if Text('') else 'empty')
attempt(lambda: property(lambda self: 1).__delete__(1))
attempt(lambda: property(lambda self: 1).__set__(1, 2))
attempt(lambda: Point().x)
attempt(lambda: delattr(Point(), 'y'))
attempt(lambda: setattr(Point(), 'y', 1))
attempt(lambda: property().__get__(1))
attempt(lambda: property(len).__name__)
attempt(lambda: property().__name__)
attempt(lambda: type.__setattr__(int, 'a"\'', 1))
attempt(lambda: type.__setattr__(Point, 1, 1))
attempt(lambda: complex(Index(), object()))
attempt(lambda: complex(object(), object()))
attempt(lambda: complex(Index(), []))
attempt(lambda: complex(Index(), 'x'))
attempt(lambda: complex([], 1))
attempt(lambda: memoryview(b'').__buffer__())
attempt(lambda: bytearray().__release_buffer__(1, 2))
attempt(lambda: [outer.__code__._varname_from_oparg(i) for i in range(3)])
attempt(lambda: outer.__code__._varname_from_oparg(9))
attempt(lambda: outer.__code__._varname_from_oparg('a'))
attempt(lambda: outer.__code__._varname_from_oparg(oparg=1))
