# How finalizers, atexit callbacks and __del__ interleave at exit.
import atexit
import weakref


class Job:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


atexit.register(print, "atexit before the first finalizer")
one = Job("one")
weakref.finalize(one, print, "finalize one")
atexit.register(print, "atexit between")
two = Job("two")
weakref.finalize(two, print, "finalize two")
atexit.register(print, "atexit last registered, first called")


def make_more():
    three = Job("three")
    weakref.finalize(three, print, "finalize three, made while exiting")
    return three


class Spawner(Job):
    pass


spawner = Spawner("spawner")
kept = []
weakref.finalize(spawner, lambda: kept.append(make_more()))
weakref.finalize(spawner, lambda: atexit.register(print, "atexit registered by a finalizer"))


def drop_two():
    global two
    print("dropping two")
    del two


weakref.finalize(one, drop_two)
print("end")
