from .registry import register


@register
class User:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("user", self.name, "goes; register is", register and register.__name__)


user = User("u")
