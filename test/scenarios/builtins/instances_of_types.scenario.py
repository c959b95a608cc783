"""Types that make no instances, states of iterators, and the pickling of small built-ins."""
import copy
import types


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Numbers:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index


iterator = iter(Numbers())
iterator.__setstate__(2)
print(list(iterator), iterator.__setstate__(1), list(iterator))
attempt(lambda: iter(Numbers()).__setstate__('a'))
iterator = iter(Numbers())
iterator.__setstate__(-5)
print(next(iterator))

pairs = map(lambda a, b: (a, b), [1, 2], [3])
attempt(lambda: pairs.__setstate__(True))
attempt(lambda: list(pairs))
attempt(lambda: len(map(str, [], strict=True).__reduce__()))

Namespace = types.SimpleNamespace


class Settings(Namespace):
    pass


attempt(lambda: Namespace(a=1).__reduce__())
attempt(lambda: Namespace(a=1).__replace__(a=2, b=3))
attempt(lambda: Namespace(a=1).__replace__(3))
attempt(lambda: Settings(a=1).__replace__(c=1))
attempt(lambda: copy.copy(Settings(q=[1])))
attempt(lambda: Namespace({'a': 1}, b=2))
attempt(lambda: Namespace([('x', 1)], x=3))
attempt(lambda: Namespace({1: 2}))
attempt(lambda: Namespace(1))
attempt(lambda: Settings({}, {}))

starred = next(iter(tuple[int, str]))
print(starred.__typing_unpacked_tuple_args__, tuple[int].__typing_unpacked_tuple_args__)
print(starred.__reduce__()[0], iter(list[int]).__reduce__())
attempt(lambda: slice[int])
attempt(lambda: classmethod[int])
itself = [1]
itself.append(itself)
print(list[itself], list[[[int]]], list[[int]])

attempt(lambda: object.__new__(type(iter(b''))))
attempt(lambda: object.__new__(type(int | str)))
attempt(lambda: object.__new__(types.FunctionType))
attempt(lambda: object.__new__(list))
attempt(lambda: list.__new__(int))
attempt(lambda: OSError.__new__(errno=1))
attempt(lambda: delattr(1, list[int]))
attempt(lambda: object().__format__(None))
attempt(lambda: len.__init__(1, 2))
attempt(lambda: object().__init__(1))
attempt(lambda: True.__invert__.__objclass__)
print('__name__' in vars(property), '__invert__' in vars(bool))
