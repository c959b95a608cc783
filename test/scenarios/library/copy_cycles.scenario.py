# deepcopy of graphs: cycles, shared parts, __deepcopy__ that uses the memo, classes that refuse; what copies hold of originals.
import copy
import gc
import weakref

gc.collect()
gc.disable()


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    def __del__(self):
        print("node", self.name, "goes")


a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
c = copy.deepcopy(a)
c.name, c.links[0].name = "a copy", "b copy"
print(c.links[0].links[0] is c, c is not a)
s = copy.copy(a)
s.name = "shallow"
print(s.links is a.links, s.links[0] is b)
del a, b
print("the shallow copy keeps b, and b keeps a")
del s
print(gc.collect() > 0)
del c
gc.collect()


class Document:
    def __init__(self, title, handle):
        self.title, self.handle, self.pages = title, handle, []

    def __deepcopy__(self, memo):
        twin = type(self).__new__(type(self))
        memo[id(self)] = twin
        twin.title = self.title + "'"
        twin.handle = self.handle
        twin.pages = copy.deepcopy(self.pages, memo)
        return twin

    def __del__(self):
        print("document", self.title, "goes")


class Page:
    def __init__(self, document):
        self.document = document


handle = Node("handle")
d = Document("d", handle)
d.pages += [Page(d), Page(d)]
twin = copy.deepcopy(d)
print(twin.handle is handle, twin.pages[0].document is twin, len({id(p) for p in twin.pages}))
d.pages.clear()
del d
twin.pages.clear()
del twin
shared = [1]
pair = [shared, shared, (shared, [shared])]
deep = copy.deepcopy(pair)
print(deep[0] is deep[1] is deep[2][0] is deep[2][1][0], deep[0] is shared)
loop = []
loop.append((loop,))
twin = copy.deepcopy(loop)
print(twin[0][0] is twin, twin is loop)
d = {}
d["self"] = d
twin = copy.deepcopy(d)
print(twin["self"] is twin)


class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


print(copy.copy(Singleton()) is Singleton(), copy.deepcopy([Singleton()])[0] is Singleton())


class Refusing:
    def __deepcopy__(self, memo):
        raise TypeError("not to be copied")

    def __del__(self):
        print("refusing goes")


try:
    copy.deepcopy([Node("copied before"), Refusing()])
except TypeError as error:
    print(error)
error = None
print("what was copied is gone again")
for odd in (len, Node, copy, weakref.ref(handle), None, 1.5, "s", b"b", range(3), lambda: 0, type, ...):
    print(copy.deepcopy(odd) is odd, end=" ")
print()
for wrong in ((i for i in ()), open):
    try:
        print(copy.deepcopy(wrong) is wrong)
    except TypeError as error:
        print(error)
table = weakref.WeakValueDictionary(h=handle)
print(copy.copy(table)["h"] is handle, copy.deepcopy(table)["h"] is handle)
keys = weakref.WeakKeyDictionary({handle: [1]})
deep = copy.deepcopy(keys)
print(deep[handle], deep[handle] is keys[handle])
bound = copy.deepcopy(handle.__init__)
print(bound.__self__ is handle, bound.__self__.name)
end = copy.copy(handle)
end.name = "copy of handle"
