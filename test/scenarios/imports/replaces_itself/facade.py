import sys


class Inner:
    def __del__(self):
        print("object in the module's own namespace goes; sys is", sys and sys.__name__)


class Facade:
    __name__ = "facade"
    size = 3

    def __call__(self, text):
        return f"facade {text} {helper(text)}"

    def __del__(self):
        print("facade goes")


def helper(text):
    return len(text)


inner = Inner()
sys.modules[__name__] = Facade()
