# Own containers from a few methods and the mixins of collections.abc; what they hold and when it goes.
import collections.abc


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __eq__(self, other):
        return isinstance(other, Thing) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __del__(self):
        print("thing", self.name, "goes")


class History(collections.abc.MutableSequence):
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        print("set", index, value)
        self.items[index] = value

    def __delitem__(self, index):
        print("delete", index)
        del self.items[index]

    def insert(self, index, value):
        self.items.insert(index, value)


h = History()
h.append(Thing("a"))
h.extend([Thing("b"), Thing("c")])
h += (Thing("d"),)
print(list(reversed(h)), Thing("b") in h, h.index(Thing("c")), h.count(Thing("z")))
h[0] = Thing("A")
print(h.pop(), h.pop(0))
h.remove(Thing("b"))
h.reverse()
h.clear()
print(len(h))


class Scope(collections.abc.MutableMapping):
    def __init__(self, parent=None, **own):
        self.parent, self.own = parent, dict(own)

    def __getitem__(self, key):
        if key in self.own:
            return self.own[key]
        if self.parent is None:
            raise KeyError(key)
        return self.parent[key]

    def __setitem__(self, key, value):
        self.own[key] = value

    def __delitem__(self, key):
        del self.own[key]

    def __iter__(self):
        yield from self.own
        if self.parent is not None:
            yield from (key for key in self.parent if key not in self.own)

    def __len__(self):
        return sum(1 for _ in self)

    def __del__(self):
        print("scope with", sorted(self.own), "goes")


outer = Scope(x=Thing("x"), y=Thing("y"))
inner = Scope(outer, x=Thing("inner x"))
print(dict(inner), len(inner), inner.get("z", "none"), "y" in inner, inner == dict(inner))
print(inner.pop("x"), inner.setdefault("x", Thing("ignored")), inner.keys() & {"x", "q"}, sorted(inner.items(), key=str)[0])
try:
    inner.popitem()
except KeyError as error:
    print("KeyError", error)
inner.update(z=Thing("z"))
del outer
print("the inner scope keeps the outer", inner["y"])


class Bag(collections.abc.Set):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


one, two = Bag("abc"), Bag("bcd")
print(sorted(one & two), sorted(one | two), sorted(one - two), sorted(one ^ two), one <= Bag("abcd"), one.isdisjoint("xyz"), one == set("abc"))
for cls, missing in ((collections.abc.Mapping, ()), (collections.abc.Sequence, ())):
    try:
        cls()
    except TypeError as error:
        print(str(error).split(" with")[0])


class Reader(collections.abc.Iterator):
    def __init__(self, things):
        self.things = things

    def __next__(self):
        if not self.things:
            raise StopIteration
        return self.things.pop()


reader = Reader([Thing("last"), Thing("first")])
for thing in reader:
    print("read", thing)
del thing
print(iter(reader) is reader, next(reader, "done"))


class Duck:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False

    __hash__ = None


print([c.__name__ for c in (collections.abc.Sized, collections.abc.Collection, collections.abc.Hashable, collections.abc.Reversible) if issubclass(Duck, c)])
last = Scope(inner)
