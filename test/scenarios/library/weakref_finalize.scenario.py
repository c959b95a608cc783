# finalize: called once, when the object dies or at exit, last made first; detach and atexit.
import gc
import weakref

gc.collect()
gc.disable()


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def report(*args, **kwargs):
    print("finalize", args, kwargs)
    return "answer"


a = Thing("a")
fa = weakref.finalize(a, report, "a", key=1)
print(fa.alive, fa.peek()[2:], fa.atexit, fa.peek()[0] is a)
del a
print(fa.alive, fa.peek(), fa(), fa.detach())

b = Thing("b")
fb = weakref.finalize(b, report, "b")
print(fb(), fb.alive, fb())
del b

c = Thing("c")
fc = weakref.finalize(c, report, "c")
obj, func, args, kwargs = fc.detach()
print(obj is c, func is report, args, kwargs, fc.alive)
del obj, c
print("c is gone without a word")

first = Thing("first")
weakref.finalize(first, report, "first at exit")
second = Thing("second")
weakref.finalize(second, report, "second at exit")
silent = Thing("silent")
weakref.finalize(silent, report, "never at exit").atexit = False
bad = Thing("bad")
weakref.finalize(bad, lambda: 1 / 0)
keeper = Thing("keeper")
weakref.finalize(keeper, keeper.__class__.__name__.lower)
weakref.finalize(keeper, report, keeper)
try:
    weakref.finalize(3, print)
except TypeError as error:
    print(error)
print(repr(fa).split(";")[0].split(" at ")[0])
for_cycle = Thing("cycle")
for_cycle.me = for_cycle
weakref.finalize(for_cycle, report, "cycle")
del for_cycle
print("end of program")
