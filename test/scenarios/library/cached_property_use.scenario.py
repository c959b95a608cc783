# cached_property stores in the instance's dict: computed once, deleted to be computed again, dies with its object.
import functools
import gc


class Image:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("image", self.name, "goes")


class Page:
    def __init__(self, name):
        self.name = name

    @functools.cached_property
    def image(self):
        """The picture."""
        print("loading for", self.name)
        return Image(f"of {self.name}")

    @functools.cached_property
    def me(self):
        return [self]

    @functools.cached_property
    def broken(self):
        print("trying")
        raise ValueError("broken")

    def __del__(self):
        print("page", self.name, "goes")


page = Page("one")
print(vars(page))
print(page.image is page.image, sorted(vars(page)))
del page.image
print("dropped")
print(page.image.name)
page.image = Image("set by hand")
print(page.image.name, Page.image.__doc__, type(Page.image).__name__, Page.image.attrname)
for _ in range(2):
    try:
        page.broken
    except ValueError as error:
        print(error)
del page
print("page and image are gone")
page = Page("two")
page.me
del page
print("a cached reference to itself is a cycle")
gc.collect()


class Slotted:
    __slots__ = ("x",)

    @functools.cached_property
    def value(self):
        return 1


try:
    Slotted().value
except TypeError as error:
    print(error)
try:
    class Renamed:
        a = functools.cached_property(len)
        b = a
except (TypeError, RuntimeError) as error:
    print(type(error).__name__, error.__cause__ or error)
try:
    functools.cached_property(lambda self: 1).__get__(page if "page" in globals() else Image("x"), Image)
except TypeError as error:
    print(error)


class Child(Page):
    @property
    def title(self):
        return self.image.name.title()


child = Child("three")
print(child.title)
