# Signatures of functions, methods, classes, and of what wraps them.
import functools
import inspect


def plain(a, b=2, *args, c, d: int = 4, **kwargs) -> str:
    return 'x'


def positional(a, /, b, *, c=3):
    pass


async def coroutine(x):
    pass


class C:
    def __init__(self, x, y=None):
        self.x = x

    def method(self, z: 'int'):
        pass

    @classmethod
    def make(cls, value):
        return cls(value)

    @staticmethod
    def helper(one, two=2):
        pass

    def __call__(self, called):
        pass

    @property
    def prop(self):
        return 1


for thing in (plain, positional, coroutine, C, C.method, C(1).method, C.make, C.helper, C(1), lambda q, *r: q, functools.partial(plain, 1, c=5)):
    print(inspect.signature(thing))
signature = inspect.signature(plain)
for parameter in signature.parameters.values():
    print(parameter.name, parameter.kind.name, parameter.default is inspect.Parameter.empty, parameter.annotation, parameter)
print(signature.return_annotation, signature == inspect.signature(plain), repr(signature.parameters['d']))
bound = signature.bind(1, c=3, extra=True)
print(bound, bound.args, bound.kwargs, dict(bound.arguments))
bound.apply_defaults()
print(dict(bound.arguments))
for arguments in ((), (1, 2)):
    try:
        signature.bind(*arguments)
    except TypeError as error:
        print(error)
try:
    inspect.signature(positional).bind(a=1, b=2)
except TypeError as error:
    print(error)
print(signature.replace(parameters=list(signature.parameters.values())[:2], return_annotation=int))
print(inspect.Signature([inspect.Parameter('k', inspect.Parameter.KEYWORD_ONLY, default=1)]))
try:
    inspect.Signature([inspect.Parameter('k', inspect.Parameter.KEYWORD_ONLY), inspect.Parameter('p', inspect.Parameter.POSITIONAL_ONLY)])
except ValueError as error:
    print(error)


@functools.wraps(plain)
def wrapper(*args, **kwargs):
    return plain(*args, **kwargs)


print(inspect.signature(wrapper), inspect.unwrap(wrapper) is plain, inspect.signature(wrapper, follow_wrapped=False))
print(inspect.getfullargspec(plain))
print(inspect.getcallargs(positional, 1, 2))
print(inspect.get_annotations(plain), inspect.get_annotations(C.method, eval_str=True))
for thing in (3, object()):
    try:
        inspect.signature(thing)
    except TypeError as error:
        print(str(error).split(' object at')[0])
