# __init_subclass__ with keywords, __set_name__ order, __class_getitem__, class decorators.
class Field:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        print("field", name, "of", owner.__name__)
        self.name = name

class Model:
    models = {}
    def __init_subclass__(cls, /, table=None, **rest):
        super().__init_subclass__(**rest)
        print("subclass", cls.__name__, table)
        Model.models[table or cls.__name__.lower()] = cls

class User(Model, table="users"):
    b = Field(int)
    a = Field(str)

class Admin(User):
    level = Field(int)

print(list(Model.models), Admin.level.name)
try:
    class Wrong(Model, unknown=1): pass
except TypeError as error:
    print(error)
try:
    class Wrong(keyword=1): pass
except TypeError as error:
    print(error)

class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"
print(Generic[5], Generic["x", 2])
try:
    Field[int]
except TypeError as error:
    print(error)

def tag(name):
    def apply(cls):
        print("decorating", cls.__name__)
        cls.tag = name
        return cls
    return apply

@tag("outer")
@tag("inner")
class Tagged:
    print("body runs")

print(Tagged.tag)
class BadName:
    def __set_name__(self, owner, name): raise ValueError("bad name")
try:
    class Holder: x = BadName()
except Exception as error:
    print(type(error).__name__, error, getattr(error, "__notes__", None), repr(error.__cause__))
