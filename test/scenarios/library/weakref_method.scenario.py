# WeakMethod: a bound method's weak reference lives as long as object and function do.
import weakref


class Button:
    def __init__(self, name):
        self.name = name
        self.handlers = []

    def connect(self, method):
        self.handlers.append(weakref.WeakMethod(method, self.dropped))

    def dropped(self, reference):
        self.handlers.remove(reference)
        print(self.name, "dropped a handler,", len(self.handlers), "left")

    def click(self):
        for reference in list(self.handlers):
            method = reference()
            if method is not None:
                method(self.name)

    def __del__(self):
        print("button", self.name, "goes")


class Screen:
    def __init__(self, name):
        self.name = name

    def clicked(self, button):
        print(self.name, "saw", button)

    def __del__(self):
        print("screen", self.name, "goes")


button = Button("ok")
left, right = Screen("left"), Screen("right")
button.connect(left.clicked)
button.connect(right.clicked)
button.click()
plain = weakref.ref(left.clicked)
print("a plain reference to a bound method is dead at once:", plain() is None)
one, same, other = weakref.WeakMethod(left.clicked), weakref.WeakMethod(left.clicked), weakref.WeakMethod(right.clicked)
print(one == same, one == other, one() == left.clicked, hash(one) == hash(same), one != same)
del left
button.click()
print(one() is None, one == same, same == same)
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)
print(weakref.getweakrefcount(right), isinstance(one, weakref.ref))
del Screen.clicked
print("without the function:", button.handlers[0]() if button.handlers else "no handlers")
proxy = weakref.proxy(right)
print(proxy.name, type(proxy).__name__)
del right
try:
    proxy.name
except ReferenceError as error:
    print(error)
