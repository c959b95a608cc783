# Data and non-data descriptors against instance and class dictionaries.
class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, instance, owner):
        print("get", instance is None, owner.__name__)
        return self if instance is None else instance.__dict__.get(self.name, "unset")
    def __set__(self, instance, value):
        print("set", value)
        instance.__dict__[self.name] = value
    def __delete__(self, instance):
        print("delete")
        instance.__dict__.pop(self.name, None)

class NonData:
    def __get__(self, instance, owner=None):
        return "computed"

class ReadOnly:
    def __get__(self, instance, owner): return "ro"
    def __set__(self, instance, value): raise AttributeError("read only")

class Owner:
    d = Data()
    n = NonData()
    r = ReadOnly()

class Sub(Owner):
    pass

o = Owner()
print(o.d)
o.d = 5
print(o.d, o.__dict__)
o.__dict__["d"] = "hidden"
print(o.d)
del o.d
print(o.d)
print(o.n)
o.n = "instance"
print(o.n, Owner.n, Sub().n)
try:
    o.r = 1
except AttributeError as error:
    print(error)
print(type(Sub.d).__name__)
Owner.d = "replaced"
print(o.d, Sub.d)
Owner.late = Data()
try:
    o.late
except AttributeError as error:
    print(error)

def plain(self): return self
print(plain.__get__(7)(), type(plain.__get__(7)).__name__, plain.__get__(None, int) is plain)
