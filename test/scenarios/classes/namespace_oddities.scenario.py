"""Namespaces with odd keys, slots named as the compiler's own names, and `__dict__` beside a base that has one."""
import sys
import types

Odd = type('Odd', (), {1: 2, 'a': 3})
print(sorted(map(str, vars(Odd)))[:1], Odd.a)


class Meta(type):
    def __new__(cls, name, bases, namespace, attr):
        print(attr in namespace)
        return super().__new__(cls, name, bases, namespace)


class Base:
    def __init__(self):
        self.b = 42


class Cell(Base, metaclass=Meta, attr='__classcell__'):
    __slots__ = ['__classcell__']

    def __init__(self):
        super().__init__()


class Titled(Base, metaclass=Meta, attr='__qualname__'):
    __slots__ = ['__qualname__']


print(type(vars(Cell)['__classcell__']).__name__, Cell().b, Cell.__name__)
print(type(vars(Titled)['__qualname__']).__name__, Titled.__name__)


class Plain:
    pass


class PlainMeta(Plain, type):
    pass


class Made(metaclass=PlainMeta):
    pass


print(type(Made.__dict__).__name__, type(vars(Plain)['__dict__'].__get__(Made)).__name__)
try:
    vars(Plain)['__dict__'].__set__(Made, {})
except (AttributeError, TypeError) as error:
    print(type(error).__name__, error)


class PlainModule(Plain, types.ModuleType):
    pass


module = PlainModule('spam')
for action in (lambda: setattr(module, '__dict__', {}), lambda: delattr(module, '__dict__')):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
module.__dict__['eggs'] = 1
print(module.eggs, module.__dict__)


class PlainError(Plain, Exception):
    pass


error = PlainError()
error.__dict__ = {'a': 1}
print(error.a, vars(error))

print(range(sys.maxsize).__len__())


class Name2(str):
    pass


class Changing:
    __slotnames__ = [Name2('spam')]

    def __getattr__(self, attr):
        if attr == 'spam':
            Changing.__slotnames__[:] = [Name2('spam')]
            return 42
        raise AttributeError(attr)


print(Changing().__reduce_ex__(2)[2])
sys.excepthook(1, '1', 1)
