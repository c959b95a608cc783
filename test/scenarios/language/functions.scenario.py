# Defaults, keyword-only and positional-only parameters, star arguments, attributes and annotations.
def f(a, /, b, c=3, *rest, d, e=5, **others):
    return a, b, c, rest, d, e, others

print(f(1, 2, d=4))
print(f(1, 2, 30, 40, 50, d=4, a="a again", z=0))
print(f(*[1, 2], **{"d": 4}), f(1, *(2,), *[3, 4], d=4, **{"x": 1}, **{"y": 2}))

def remember(value, seen=[]):
    seen.append(value)
    return seen

print(remember(1), remember(2), remember.__defaults__)
remember.__defaults__ = (["fresh"],)
print(remember(3))
f.__kwdefaults__["d"] = 44
print(f(1, 2)[4], f.__kwdefaults__)

def documented(x: int, y: str = "s") -> bool:
    """What it does."""
    return bool(x)

documented.extra = 1
print(documented.__name__, documented.__qualname__, documented.__doc__, documented.__module__, documented.extra)
print(documented.__annotations__, documented.__dict__)
print(documented.__code__.co_varnames, documented.__code__.co_argcount, documented.__code__.co_name)

def outer():
    def inner():
        return inner.__qualname__
    return inner

print(outer()(), (lambda: 0).__name__, outer.__closure__, f.__globals__ is globals())

def order(log, a=print("default evaluated once")):
    pass

def decorate(text):
    print("make", text)
    def wrap(function):
        print("wrap", text, function.__name__)
        return lambda *a: (text, function(*a))
    return wrap

@decorate("outer")
@decorate("inner")
def square(x):
    return x * x

print(square(3))
print(callable(square), callable(3), (lambda: (yield))().__class__.__name__)
