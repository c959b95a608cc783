# reduce, partial and friends from the functools that people chain.
import functools
import operator


class Box:
    alive = 0

    def __init__(self, n):
        self.n = n
        Box.alive += 1

    def __add__(self, other):
        return Box(self.n + other.n)

    def __del__(self):
        Box.alive -= 1
        print("box", self.n, "goes")


total = functools.reduce(operator.add, (Box(n) for n in range(1, 5)))
print(total.n, Box.alive)
print(functools.reduce(lambda a, b: a * b, range(1, 6), 1))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)

compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-12"))


@functools.cmp_to_key
def reverse(a, b):
    return (a < b) - (a > b)


print(sorted([3, 1, 2], key=reverse))


def curry(function, count):
    if count == 1:
        return function
    return lambda x: curry(functools.partial(function, x), count - 1)


print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))
steps = [functools.partial(operator.mul, 2), functools.partial(operator.add, 1)]
print(functools.reduce(lambda value, step: step(value), steps, 5))


class Registry:
    def __init__(self):
        self.handlers = {}

    def on(self, event, handler=None):
        if handler is None:
            return functools.partial(self.on, event)
        self.handlers.setdefault(event, []).append(handler)
        return handler

    def fire(self, event, *args):
        return [handler(*args) for handler in self.handlers.get(event, [])]

    def __del__(self):
        print("registry goes with", sorted(self.handlers))


registry = Registry()


@registry.on("start")
def started(name):
    return "started " + name


@registry.on("start")
@functools.lru_cache
def counted(name):
    return len(name)


print(registry.fire("start", "job"), registry.fire("stop"))
print("end")
