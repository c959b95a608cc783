# Metaclasses: __prepare__, __new__, __init__, __call__, their attributes, and conflicts.
class TraceMeta(type):
    @classmethod
    def __prepare__(meta, name, bases, **options):
        print("prepare", name, bases, options)
        return {"prepared": True}
    def __new__(meta, name, bases, namespace, **options):
        print("new", name, [k for k in namespace if not k.startswith("__")])
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **options):
        print("init", name, options)
        super().__init__(name, bases, namespace)
        cls.registry = getattr(cls, "registry", ()) + (name,)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def __len__(cls):
        return 7
    def shared(cls):
        return "meta " + cls.__name__

class Base(metaclass=TraceMeta, option=1):
    def __init__(self, value=0): self.value = value

class Sub(Base):
    extra = 1

print(
    Base(5).value, Sub.registry, len(Sub), Sub.shared(), type(Sub) is TraceMeta, Sub.prepared,
    hasattr(Sub(), "shared")
)
made = TraceMeta("Made", (Base,), {"attribute": 3})
print(made.__name__, made.attribute, made.__mro__[1].__name__)
plain = type("Plain", (), {"f": lambda self: "f of plain"})
print(plain().f(), plain.__module__, type(plain).__name__)

class OtherMeta(type): pass
class Other(metaclass=OtherMeta): pass
try:
    class Conflict(Base, Other): pass
except TypeError as error:
    print(error)

class SingleMeta(type):
    instances = {}
    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]
class Single(metaclass=SingleMeta): pass
print(Single() is Single(), len(SingleMeta.instances))
