# What type parameters, aliases and lazily evaluated values keep alive, and when they let go.
import gc
import sys
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def make(resource):
    def generic[T: resource](x: T) -> T:
        return x

    return generic


f = make(Noisy("bound"))
print("made")
print(f(1), f.__type_params__)
print(f.__type_params__[0].__bound__.name)
del f
gc.collect()
print("function gone")


def alias(resource):
    type A = resource
    return A


a = alias(Noisy("value"))
print(a, a.__value__.name)
value = a.__value__
del a
print("alias gone")
del value
gc.collect()
print("value gone")


def evaluated_once():
    made = []

    def bound():
        made.append(Noisy(f"evaluated {len(made)}"))
        return made[-1]

    def g[T: bound()]():
        pass

    return g.__type_params__[0], made


t, made = evaluated_once()
print(len(made))
print(t.__bound__.name, t.__bound__ is t.__bound__, len(made))
made.clear()
del t
gc.collect()
print("parameter gone")

r = weakref.ref(make.__type_params__ and None or make)
print(r() is make)


def cycle[T]():
    return T


T, = cycle.__type_params__
T.back = cycle
cycle.noisy = Noisy("cycle")
ref = weakref.ref(T)
del T, cycle
print(ref() is None)
gc.collect()
print(ref() is None)

type Survivor = Noisy("never evaluated")


def kept[T: Noisy("kept")]():
    pass


kept.__type_params__[0].__bound__
print("end")
