# What a dataclass keeps alive: defaults, factories, and the copies that its functions make.
import gc
import weakref
from dataclasses import asdict, dataclass, field, replace


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('released', self.name)

    def __repr__(self):
        return f'<{self.name}>'


@dataclass
class Holder:
    resource: Resource
    others: list = field(default_factory=list)


h = Holder(Resource('one'), [Resource('two')])
other = replace(h, resource=Resource('three'))
print(h, other, h.others is other.others)
del h
print('first gone')
del other
print('second gone')


@dataclass(frozen=True)
class Frozen:
    a: Resource


f = Frozen(Resource('frozen'))
weak = weakref.ref(f)
del f
print(weak())


@dataclass(eq=False)
class Ring:
    name: str
    next: 'Ring | None' = None

    def __del__(self):
        print('ring', self.name, 'gone')


a = Ring('a')
a.next = Ring('b', a)
del a
print('collected', gc.collect() > 0)


@dataclass(slots=True)
class Slotted:
    r: Resource


s = Slotted(Resource('slot'))
s.r = Resource('slot 2')
print('replaced')
del s
shared = Resource('default')


@dataclass
class Default:
    r: object = shared


d = Default()
del shared
print('class keeps', d.r)
del d, Default
gc.collect()
print('class gone')
last = Holder(Resource('at exit'))
