# del of names, attributes, items and slices, and what it says when there is nothing to delete.
class N:
    attribute = "class"
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

a = b = N("shared")
del a
print("one name left")
del b
c = N("c"); d = N("d")
del (c, [d])
n = N("n")
n.child = N("child")
del n.child
n.attribute = 1
del n.attribute
print(n.attribute)
items = [N("i%d" % i) for i in range(5)]
del items[1:4]
print(len(items))
del items[0], items[-1]
table = {"k": N("value")}
del table["k"]

def local():
    x = N("local")
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)
    try:
        del x
    except UnboundLocalError as error:
        print(error)

local()

def failing(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)

def del_attribute(): del n.missing
def del_item(): del [][0]
def del_key(): del {}["k"]
def del_global(): global nothing; del nothing
def del_tuple(): del (1, 2)[0]
for action in (del_attribute, del_item, del_key, del_global, del_tuple):
    failing(action)
