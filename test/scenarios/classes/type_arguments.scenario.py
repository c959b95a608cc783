"""What `type(name, bases, namespace)` says about arguments of other types, and asynchronous steps that end with None."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    pass


attempt(lambda: type(None, (), {}))
attempt(lambda: type(1, (), {}))
attempt(lambda: type('a', None, {}))
attempt(lambda: type('a', [], {}))
attempt(lambda: type('a', (), None))
attempt(lambda: type('a', (), []))
attempt(lambda: Meta(None, (), {}))
attempt(lambda: type.__new__(Meta, 'a', (), None))
attempt(lambda: super(1, 2, 3))
attempt(lambda: super(1))


async def nothing():
    yield None


def ends(step):
    try:
        step.send(None)
    except StopIteration as stop:
        print(stop.args, stop.value)


steps = nothing()
ends(steps.asend(None))
ends(anext(steps, None).__await__())
ends(anext(nothing(), 'unused').__await__())
