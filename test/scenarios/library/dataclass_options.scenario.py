# frozen, order, unsafe_hash, slots and kw_only.
import dataclasses
import gc
import sys
import weakref
from dataclasses import KW_ONLY, FrozenInstanceError, dataclass, field

# When the collector would find a class that is given up is nobody's business here.
gc.disable()


@dataclass(frozen=True)
class Frozen:
    a: int
    b: tuple = ()


f = Frozen(1, (2,))
print(f, hash(f) == hash((1, (2,))), f == Frozen(1, (2,)), {f: 'v'}[Frozen(1, (2,))])
for action in (lambda: setattr(f, 'a', 2), lambda: setattr(f, 'c', 2), lambda: delattr(f, 'a')):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))
object.__setattr__(f, 'a', 9)
print(f)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default='', compare=False)


print(sorted([Version(2), Version(1, 5, 'x'), Version(1, 2)]), Version(1) < Version(2), Version(1) >= Version(1, 0, 'y'))
try:
    Version(1) < 5
except TypeError as error:
    print(error)


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: list = field(default_factory=list, hash=False)


print(hash(Hashed(1)) == hash((1,)))


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 5


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, '__dict__'), type(Slotted.__dict__['a']).__name__)
try:
    s.c = 1
except AttributeError as error:
    print(error)
try:
    weakref.ref(s)
except TypeError as error:
    print(error)


@dataclass(slots=True, weakref_slot=True)
class WeakSlotted:
    a: int


w = WeakSlotted(1)
r = weakref.ref(w)
print(r() is w, WeakSlotted.__slots__)
del w
print(r())


@dataclass(frozen=True, slots=True)
class Both:
    a: int

    def doubled(self):
        return self.a * 2


b = Both(4)
print(b, b.doubled(), hash(b) == hash((4,)))
try:
    b.a = 5
except (FrozenInstanceError, TypeError) as error:
    print(type(error).__name__)


@dataclass(kw_only=True)
class Keywords:
    a: int
    b: int = 2


print(Keywords(a=1), Keywords.__match_args__)
try:
    Keywords(1)
except TypeError as error:
    print(error)


@dataclass
class Mixed:
    x: int
    _: KW_ONLY
    y: int = 3
    z: int = field(kw_only=False, default=1)


print(Mixed(1, 2, y=5), Mixed.__match_args__)
print(dataclasses.replace(Mixed(1), y=7), dataclasses.asdict(Mixed(1)), dataclasses.astuple(Mixed(1)))
if sys.version_info >= (3, 13):
    import copy
    print(copy.replace(Mixed(1), x=10))
