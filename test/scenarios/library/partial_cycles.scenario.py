# partial objects hold function, arguments and keywords: cycles through them, and the order in which they let go.
import functools
import gc
import weakref

gc.collect()
gc.disable()


class Arg:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("arg", self.name, "goes")


def show(*args, **kwargs):
    return f"{args} {kwargs}"


p = functools.partial(show, Arg("first"), key=Arg("keyword"))
print(p(1), p.func is show, p.args, p.keywords)
q = functools.partial(p, Arg("second"), other=Arg("other"))
print("flattened:", q.func is show, len(q.args), sorted(q.keywords))
del p
print("q shares them")
del q
print("both gone")


class Button:
    def __init__(self, name):
        self.name = name
        self.on_click = functools.partial(self.clicked, Arg("of " + name))

    def clicked(self, arg, times=1):
        return f"{self.name} clicked {times} with {arg}"

    def __del__(self):
        print("button", self.name, "goes")


b = Button("cyclic")
print(b.on_click(times=2))
del b
print("in a cycle through its partial")
print(gc.collect() > 0)


def static_clicked(ref, arg):
    button = ref()
    return f"{button.name if button else 'nobody'} clicked with {arg}"


class Weak(Button):
    def __init__(self, name):
        self.name = name
        self.on_click = functools.partial(static_clicked, weakref.ref(self), Arg("of " + name))


w = Weak("weak")
click = w.on_click
print(click())
del w
print("the partial outlives it:", click())
del click
p = functools.partial(show)
p.me = p
p.arg = Arg("attribute")
ref = weakref.ref(p)
del p
print(ref() is not None, gc.collect() > 0, ref())
callback = functools.partial(print, "callback with partial")
target = Arg("target")
target_ref = weakref.ref(target, callback)
del target


class Table:
    add = functools.partialmethod(lambda self, kind, value, *, unit="": f"{self.name} {kind}={value}{unit}", "weight", unit="kg")
    name = "table"


print(Table().add(5), Table.add(Table(), 6, unit="g"))
left = functools.partial(show, Arg("left at exit"))
