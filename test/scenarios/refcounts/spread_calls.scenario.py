"""When the arguments of a call with stars are let go: the tuple, the dict, and what they hold."""


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def show(first, *rest, **more):
    print(first.name, [thing.name for thing in rest], sorted(more))


def drop(first, *rest, **more):
    del first
    print("dropped")


def fail(*rest, **more):
    raise ValueError("failed")


def walk(*rest):
    yield rest[0].name


show(Thing("x"), *[Thing("y")], z=Thing("z"))
drop(*(Thing("a"), Thing("b")), **{"c": Thing("c")})
drop(*[Thing("d")])
try:
    fail(*[Thing("e"), Thing("f")], **{"g": Thing("g")})
except ValueError as error:
    print(error)
try:
    show(**{"h": Thing("h"), "i": Thing("i")})
except TypeError as error:
    print(error)
steps = walk(*[Thing("j"), Thing("k")])
print(next(steps))
del steps
print((lambda *rest, **more: rest)(*[Thing("l")], m=Thing("m"))[0].name)


def deep(n, *rest, **more):
    return deep(n - 1, *rest, **more) if n else "bottom"


print(deep(900, 1, b=2))
