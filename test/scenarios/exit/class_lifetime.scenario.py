# Classes: when they die, what keeps them, a metaclass that watches.
import gc
import weakref

class WatchMeta(type):
    def __del__(cls): print("class", cls.__name__, "finalised")

class Base(metaclass=WatchMeta): pass
class Child(Base):
    def method(self): return __class__

def temporary():
    class Local(Base): pass
    return Local()

item = temporary()
r = weakref.ref(type(item))
print(r().__name__, len(Base.__subclasses__()))
del item
gc.collect()
print(r(), len(Base.__subclasses__()))
instance = Child()
instance.cls = Child
print("end")
