"""What class patterns refuse, and what they let go of when they do."""
import weakref


class Value:
    pass


def attempt(function):
    try:
        print(function.__name__, function())
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def point(match_args, **attributes):
    return type('Point', (), {'__match_args__': match_args, **attributes})()


def a_list_of_names():
    match point(['x']) as subject:
        case _ if type(subject):
            kind = type(subject)
    match subject:
        case kind(1):
            return 'matched'


def no_name():
    subject = point(('x', 3), x=1)
    kind = type(subject)
    match subject:
        case kind(1, 2):
            return 'matched'


def twice():
    subject = point(('x', 'x'), x=1)
    kind = type(subject)
    match subject:
        case kind(1, 1):
            return 'matched'


def twice_by_keyword():
    subject = point(('x',), x=1)
    kind = type(subject)
    match subject:
        case kind(1, x=1):
            return 'matched'


def too_many():
    subject = point(('x',), x=1)
    kind = type(subject)
    match subject:
        case kind(1, 2):
            return 'matched'


def too_many_of_itself():
    match 5:
        case int(5, 6):
            return 'matched'


def no_class():
    match 5:
        case len():
            return 'matched'


def fails_half_way():
    held = Value()
    died = weakref.ref(held, lambda _: print('let go'))
    subject = point(('x', 'y'), x=held, y=property(lambda self: 1 / 0))
    kind = type(subject)
    try:
        match subject:
            case kind(first, second):
                return 'matched'
    except ZeroDivisionError:
        print('x is bound:', 'first' in locals())
    kind.x = None
    del held
    return died() is None


def missing_half_way():
    held = Value()
    died = weakref.ref(held, lambda _: print('let go'))
    subject = point(('x', 'y'), x=held)
    kind = type(subject)
    match subject:
        case kind(first, second):
            return 'matched'
        case kind(x=first):
            print('x alone')
    kind.x = None
    del held, first
    return died() is None


class Mapping(dict):
    def get(self, key, default=None):
        if key == 'b':
            raise KeyError(key)
        return dict.get(self, key, default)


def a_mapping_that_fails():
    held = Value()
    died = weakref.ref(held, lambda _: print('let go'))
    subject = Mapping(a=held)
    try:
        match subject:
            case {'a': first, 'b': second}:
                return 'matched'
    except KeyError as error:
        print(repr(error))
    subject.clear()
    del held
    return died() is None


for function in a_list_of_names, no_name, twice, twice_by_keyword, too_many, too_many_of_itself, no_class, fails_half_way, missing_half_way, a_mapping_that_fails:
    attempt(function)
