# Cells: shared, late bound, written through nonlocal, empty and emptied.
def counter():
    count = 0
    def up():
        nonlocal count
        count += 1
        return count
    def get():
        return count
    return up, get

up, get = counter()
up2, get2 = counter()
up(); up(); up2()
print(get(), get2(), up.__closure__[0].cell_contents, up.__code__.co_freevars)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])

def early():
    def use():
        return later
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    print(use())
    del later
    try:
        use()
    except NameError as error:
        print(error)

early()

def unbound():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1

unbound()

def levels():
    a = "outer"
    def middle():
        def inner():
            nonlocal a
            a += " inner"
        inner()
        return a
    return middle() + "!", a

print(levels())

class Scope:
    value = "class"
    direct = value
    def read(self):
        return value

value = "global"
print(Scope.direct, Scope().read())

def parameter(self_reference):
    return lambda: self_reference

cell = parameter("p").__closure__[0]
print(cell.cell_contents, type(cell).__name__)
cell.cell_contents = "changed"
print(cell.cell_contents)
