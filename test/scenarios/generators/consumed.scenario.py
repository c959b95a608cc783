"""Generators that built-in functions pull at: what dies when, and what is seen in between."""
import gc
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __bool__(self):
        return self.name != "empty"

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name

    def __add__(self, other):
        return Noisy(f"{self.name}+{getattr(other, 'name', other)}")

    def __radd__(self, other):
        return Noisy(f"{other}+{self.name}")


def noisy(*names):
    for name in names:
        print("make", name)
        yield Noisy(name)
    print("no more")


print(all(noisy("a", "empty", "c")))
print(any(noisy("empty", "b", "c")))
print(sum(noisy("a", "b")).name)
print(len(list(noisy("x", "y"))), len(tuple(noisy("p", "q"))))
print(len({*noisy("s", "s", "t")}))


class Counted(int):
    def __del__(self):
        print("del counted", int(self))


class Flag(int):
    def __bool__(self):
        print("asked", int(self))
        return bool(int(self))


def mixed(*items):
    for item in items:
        yield item


print(sum(mixed(1, True, 2.5, 10**20, Counted(3))))
print(sum(mixed(0.1) for _ in ()))
print(sum((0.1 for _ in range(10)), 1), sum((x for x in (1e308, 1e308, -1e308)), 0.0))
print(all(mixed(True, Flag(1), Flag(0), True)), any(mixed(False, None, 0, "", Flag(0), [], 5, 6)))
print(set(mixed(1, True, 1.0, "one", (1, 2), 2**70)), frozenset(mixed("a")))

state = []


def watched():
    for i in range(3):
        state.append((self.gi_running, self.gi_frame is not None, sys.getrefcount(self) > 1))
        yield i


self = watched()
print(sum(self), state, self.gi_frame)

try:
    sum(mixed(1, "text"))
except TypeError as error:
    print(error)
try:
    list(1 // n for n in (1, 0))
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_locals["n"])


def endless():
    n = 0
    while True:
        n += 1
        yield n


numbers = endless()
print(any(n > 1000 for n in numbers), next(numbers), all(n < 2000 for n in numbers), next(numbers))


def inner():
    received = yield 1
    print("received", received)
    received = yield 2
    print("received", received)
    return "result"


def outer():
    print("returned", (yield from inner()))
    yield 3


print(list(outer()), sum(outer()), {*outer()})
gc.collect()
print(",".join(str(n) for n in mixed(1, 2, 3)), min(mixed(3, 1, 2)), max(n for n in mixed(3, 1, 2)), sorted(mixed(3, 1, 2)))
keep = [Noisy("kept"), *noisy("last")]
