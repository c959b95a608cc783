# The order in which a dying container lets its parts go.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __hash__(self): return 1
    def __eq__(self, other): return self is other

def show(title, make):
    print("---", title)
    value = make()
    del value

class Holder:
    def __init__(self):
        self.first, self.second = N("first"), N("second")
    def __del__(self): print("holder's finaliser")

class Child(Holder):
    def __init__(self):
        super().__init__()
        self.third = N("third")
        del self.first
        self.first = N("first again")

class ListHolder(list): pass

def closure():
    a, b = N("cell a"), N("cell b")
    def inner(d1=N("default 1"), d2=N("default 2"), *, k=N("keyword default")): return b, a
    inner.attribute = N("function attribute")
    return inner

def locals_():
    one, two, three = N("one"), N("two"), N("three")
    del two
    two = N("two again")
    return "returned"

def arguments(a, b, *rest, k):
    c = N("local c")

def error():
    e = ValueError(N("argument 1"), N("argument 2"))
    e.attribute = N("error's attribute")
    return e

def list_holder():
    l = ListHolder([N("item 1"), N("item 2")])
    l.attribute = N("attribute of a list")
    return l

show("list", lambda: [N(0), N(1), N(2)])
show("tuple", lambda: (N(0), N(1), N(2)))
show("dict", lambda: {"a": N("a"), N("key"): N("value"), "c": N("c")})
show("nested", lambda: [[N("0,0"), N("0,1")], {"k": N("1")}, (N("2"),)])
show("instance", Holder)
show("instance with a changed order", Child)
show("subclass of list", list_holder)
show("function", closure)
show("locals", locals_)
show("arguments", lambda: arguments(N("a"), N("b"), N("r1"), N("r2"), k=N("k")))
show("exception", error)
show("bound method", lambda: Holder().__init__)
l = [N(i) for i in range(6)]
print("--- pieces of a list")
del l[1]
l[0:2] = []
l.pop()
l.clear()
d = {i: N(i) for i in range(4)}
print("--- pieces of a dict")
d.pop(1); d[2] = N("new 2"); del d[0]; d.clear()
s = {N("s1"), N("s2")}
print("--- set")
s.clear()
print("end")
