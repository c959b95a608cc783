"""Special methods that answer what they may not: the wrong type, a subclass, a number out of range."""
import math
import operator
import sys
import types


def show(label, check):
    try:
        print(label, repr(check()))
    except Exception as error:
        print(label, type(error).__name__, error)


def answering(**answers):
    return type('W', (), {name: (lambda *a, answer=answer, **k: answer) for name, answer in answers.items()})()


for wrong in (1, 'x', None, [1], 1.5, -1, 2**70, NotImplemented):
    show('str', lambda: str(answering(__str__=wrong)))
    show('repr', lambda: repr(answering(__repr__=wrong)))
    show('ascii', lambda: ascii(answering(__repr__=wrong)))
    show('f-string', lambda: f'{answering(__str__=wrong)}')
    show('format', lambda: format(answering(__format__=wrong)))
    show('bytes', lambda: bytes(answering(__bytes__=wrong)))
    show('bytes %', lambda: b'%b' % (answering(__bytes__=wrong),))
    show('int', lambda: int(answering(__int__=wrong)))
    show('int of index', lambda: int(answering(__index__=wrong)))
    show('float', lambda: float(answering(__float__=wrong)))
    show('complex', lambda: complex(answering(__complex__=wrong)))
    show('complex of float', lambda: complex(1, answering(__float__=wrong)))
    show('sqrt', lambda: math.sqrt(answering(__float__=wrong)))
    show('index', lambda: operator.index(answering(__index__=wrong)))
    show('subscript', lambda: [1][answering(__index__=wrong)])
    show('slice', lambda: [1][answering(__index__=wrong):])
    show('hash', lambda: hash(answering(__hash__=wrong)))
    show('bool', lambda: bool(answering(__bool__=wrong)))
    show('if', lambda: 1 if answering(__bool__=wrong) else 2)
    show('len', lambda: len(answering(__len__=wrong)))
    show('hint', lambda: operator.length_hint(answering(__length_hint__=wrong), 7))
    show('list with hint', lambda: list(answering(__length_hint__=wrong, __iter__=iter(()))))
    show('iter', lambda: iter(answering(__iter__=wrong)))
    show('for', lambda: [0 for _ in answering(__iter__=wrong)])
    show('call', lambda: print(*answering(__iter__=wrong)))
    show('aiter', lambda: aiter(answering(__aiter__=wrong)))
    show('dir', lambda: dir(answering(__dir__=wrong)))
    show('mro', lambda: type('M', (type,), {'mro': lambda cls: [wrong]})('C', (), {}))


class Whole(int):
    def __del__(self):
        print('whole', int.__repr__(self), 'freed')


class Real(float):
    pass


class Pair(complex):
    pass


print(operator.index(answering(__index__=True)), [1, 2][answering(__index__=True)])
print(int(answering(__int__=Whole(3))), hex(answering(__index__=Whole(4))))
print(float(answering(__float__=Real(3))), complex(answering(__complex__=Pair(3))), math.sqrt(answering(__float__=Real(4))))
if sys.version_info < (3, 14):
    print(int(answering(__trunc__=5)), int(answering(__trunc__=True)))

for error in (TypeError('no hint'), ValueError('worse')):
    def hint(self):
        raise error

    show('raising hint', lambda: operator.length_hint(type('W', (), {'__length_hint__': hint})(), 7))


class Outer:
    class Inner:
        def __str__(self):
            return 1

        __repr__ = __bool__ = __iter__ = __index__ = __str__


module = types.ModuleType('some.module')
exec('class There:\n def __str__(self): return There()', module.__dict__)
for check in (str, repr, bool, iter):
    show('nested', lambda: check(Outer.Inner()))
show('elsewhere', lambda: str(module.There()))
