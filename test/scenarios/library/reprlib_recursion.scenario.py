# Reprs that run in circles: containers, recursive_repr, dataclasses, a repr that raises or lets its object die.
import collections
import dataclasses
import functools
import reprlib
import types


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    @reprlib.recursive_repr()
    def __repr__(self):
        return f"Node({self.name!r}, {self.links!r})"

    def __del__(self):
        print("node", self.name, "goes")


a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
print(a, b)
a.links.append({"self": a, "list": a.links})
print(a)
print(Node.__repr__.__wrapped__.__name__, Node.__repr__.__name__)
containers = [[], {}, collections.deque(), collections.OrderedDict(), collections.defaultdict(list), collections.UserList(), collections.UserDict()]
for container in containers:
    if hasattr(container, "append"):
        container.append(container)
    else:
        container["me"] = container
    print(type(container).__name__, container if not hasattr(container, "data") else container.data)
holder = ([],)
holder[0].append(holder)
print(holder)
space = types.SimpleNamespace(x=1)
space.me = space
print(space)
part = functools.partial(print)
part.__setstate__((print, (part,), {}, {}))
print(part)
part.__setstate__((print, (), {}, None))


@dataclasses.dataclass
class Linked:
    value: int
    next: object = None


one = Linked(1)
one.next = [one]
print(one)
limited = reprlib.Repr(maxlevel=2, maxlist=1) if hasattr(reprlib.Repr, "indent") else reprlib.Repr()
limited.maxlevel, limited.maxlist, limited.maxdict, limited.maxother, limited.maxlong = 2, 1, 1, 12, 10
print(limited.repr([[[1]], 2]), limited.repr({"b": 1, "a": 2}), limited.repr(10 ** 30), limited.repr(b"x" * 50))


class Dying:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        registry.pop(self.name, None)
        return f"<dying {self.name}>"

    def __del__(self):
        print("dying", self.name, "goes")


registry = {}
registry["x"] = Dying("x")
print(repr(registry["x"]), registry)


class Raising:
    def __repr__(self):
        raise ValueError("no repr")


for bad in ([Raising()], {1: Raising()}, (Raising(),), Linked(1, Raising())):
    try:
        repr(bad)
    except ValueError as error:
        print(error)
stuck = [Raising()]
try:
    print(stuck)
except ValueError:
    stuck[0] = "mended"
print("a failed repr leaves no trace:", stuck)
a.links.clear()
