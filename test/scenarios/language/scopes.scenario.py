# global, nonlocal, class bodies and comprehensions: which name means which variable.
x = "global"

def reader():
    return x

def writer():
    global x, created
    x = "written"
    created = "made"

writer()
print(reader(), created)

class Body:
    x = "class x"
    y = x + "!"
    z = [c for c in x]
    def method(self):
        return x
    class Inner:
        try:
            seen = y
        except NameError as error:
            seen = str(error)
    global g
    g = "global from a class body"
    if True:
        w = 1
    for i in range(2):
        pass
    print(sorted(name for name in locals() if not name.startswith("__")))

print(Body.y, Body().method(), Body.Inner.seen, g, Body.i, Body.__qualname__, Body.Inner.__qualname__)

def shadow(print_=print):
    len = lambda s: 42
    return len("abc")

print(shadow(), len("abc"))

def comp():
    x = "local"
    return [x for x in range(3)], x, [y for x in (1, 2) for y in range(x)], {x: y for x, y in [(1, 2)]}

print(comp(), x)
print(sorted(locals()) == sorted(globals()), "comp" in vars())

def local_names(a, b=2):
    c = a + b
    return locals()

print(local_names(1))

def outer():
    x = "enclosing"
    class Local:
        seen = x
        x = "local class"
        after = x
        def read(self):
            return x
    return Local.seen, Local.after, Local().read()

print(outer())
