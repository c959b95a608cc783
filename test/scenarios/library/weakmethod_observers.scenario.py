# Observers held by WeakMethod, proxy and ref subclasses: nobody is kept, nobody is called after death.
import gc
import weakref


class Signal:
    def __init__(self):
        self.slots = []

    def connect(self, slot):
        if hasattr(slot, "__self__"):
            self.slots.append(weakref.WeakMethod(slot, self.lost))
        else:
            self.slots.append(weakref.ref(slot, self.lost))

    def lost(self, ref):
        print("lost one of", len(self.slots))
        self.slots.remove(ref)

    def emit(self, *args):
        return [slot()(*args) for slot in list(self.slots) if slot() is not None]

    def __del__(self):
        print("signal goes with", len(self.slots), "slots")


class View:
    def __init__(self, name):
        self.name = name

    def refresh(self, value):
        return f"{self.name} sees {value}"

    def __del__(self):
        print("view", self.name, "goes")


signal = Signal()
one, two = View("one"), View("two")
signal.connect(one.refresh)
signal.connect(two.refresh)
signal.connect(lambda value: "a lambda dies at once")


def function(value):
    return f"function sees {value}"


signal.connect(function)
print(signal.emit(1))
del one
print(signal.emit(2))
two.me = two
del two
print(signal.emit(3))
gc.collect()
print(signal.emit(4))
del function
print(signal.emit(5))


class Keyed(weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, target, callback, key):
        return super().__new__(cls, target, callback)

    def __init__(self, target, callback, key):
        super().__init__(target, callback)
        self.key = key


table = {}


def forget(ref):
    print("forget", ref.key)
    del table[ref.key]


v = View("keyed")
table["k"] = Keyed(v, forget, "k")
print(table["k"]().name, table["k"].key, weakref.getweakrefcount(v))
del v
print(table)
v = View("proxied")
proxy = weakref.proxy(v, lambda p: print("proxy callback"))
print(proxy.name, proxy.refresh(6), isinstance(proxy, View), type(proxy).__name__)
proxy.extra = "set through"
print(v.extra)
del v
try:
    proxy.refresh(7)
except ReferenceError as error:
    print(error)
later = View("later")
refs = [weakref.ref(later, lambda r, i=i: print("callback", i)) for i in range(3)]
del later
print("callbacks come newest first")


class Resurrecting:
    saved = []

    def __del__(self):
        print("resurrecting")
        Resurrecting.saved.append(self)


r = Resurrecting()
plain, method = weakref.ref(r), weakref.WeakMethod(r.__del__)
del r
print(plain() is None, method() is None, len(Resurrecting.saved))
final = View("at exit")
final_ref = weakref.ref(final, lambda r: print("never called" if final is not None else "called late"))
