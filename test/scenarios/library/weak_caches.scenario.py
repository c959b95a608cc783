# Caches that hold weakly: a flyweight pool, a registry by owner, and what a strong value does to a weak key.
import gc
import weakref


class Font:
    pool = weakref.WeakValueDictionary()

    def __new__(cls, name):
        font = cls.pool.get(name)
        if font is None:
            print("making", name)
            font = super().__new__(cls)
            font.name = name
            cls.pool[name] = font
        return font

    def __del__(self):
        print("font", self.name, "goes")


a = Font("serif")
b = Font("serif")
print(a is b, len(Font.pool), weakref.getweakrefcount(a))
del a
print(list(Font.pool))
del b
print(list(Font.pool))
c = Font("mono")


class Observer:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("observer", self.name, "goes; registered:", len(registry))


registry = weakref.WeakKeyDictionary()
one, two = Observer("one"), Observer("two")
registry[one] = ["events of one"]
registry[two] = [two]
del one
print(len(registry), [key.name for key in registry])
del two
gc.collect()
print("a value that holds its key keeps it for ever:", [key.name for key in registry])
registry.clear()
print(len(registry))


class Session:
    live = weakref.WeakSet()

    def __init__(self, user):
        self.user = user
        self.live.add(self)

    def __del__(self):
        print("session of", self.user, "goes, live:", sorted(s.user for s in self.live))


s, t = Session("s"), Session("t")
s.friend, t.friend = t, s
print(sorted(x.user for x in Session.live))
del s, t
print("in a cycle:", len(Session.live))
gc.collect()
print("collected:", len(Session.live))


class Meta:
    data = weakref.WeakKeyDictionary()

    def __get__(self, instance, owner):
        return self if instance is None else self.data.get(instance, "unset")

    def __set__(self, instance, value):
        self.data[instance] = value


class Model:
    label = Meta()

    def __del__(self):
        print("model goes")


m = Model()
m.label = Font("bold")
print(m.label.name, len(Meta.data))
del m
print(len(Meta.data), sorted(Font.pool))
final = Session("at exit")
