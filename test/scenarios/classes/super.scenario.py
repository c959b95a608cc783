# super() along the resolution order, in class methods, properties and nested functions.
class Base:
    def __init__(self, **rest):
        print("Base", rest)
    @classmethod
    def build(cls):
        return "Base.build for " + cls.__name__
    @property
    def size(self):
        return 1

class Left(Base):
    def __init__(self, left=0, **rest):
        print("Left", left)
        super().__init__(**rest)
    @property
    def size(self):
        return super().size + 10

class Right(Base):
    def __init__(self, right=0, **rest):
        print("Right", right)
        super(Right, self).__init__(**rest)
    @classmethod
    def build(cls):
        return "Right then " + super().build()
    @property
    def size(self):
        return super().size + 100

class Both(Left, Right):
    def __init__(self, **rest):
        super().__init__(**rest)
        self.done = True
    def who(self):
        def nested():
            return __class__.__name__
        return nested()

both = Both(left=1, right=2, other=3)
print(both.size, Both.build(), both.who(), [c.__name__ for c in Both.mro()])
print(super(Left, both).size, repr(super(Left, both)))

class Broken(Base):
    def method(self):
        return super().missing
    def no_first():
        return super()

for action in (
    lambda: Broken().method(), Broken.no_first, lambda: super(), lambda: super(Left, 5),
    lambda: super(Both, Base()).size
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
