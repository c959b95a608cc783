# What the decorator and its classes refuse.
import dataclasses
import gc
from dataclasses import dataclass, field

# When the collector would find a class that is given up is nobody's business here.
gc.disable()


def attempt(make):
    try:
        make()
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


def mutable_default():
    @dataclass
    class A:
        items: list = []


def default_before():
    @dataclass
    class A:
        a: int = 1
        b: int


def both_defaults():
    field(default=1, default_factory=list)


def frozen_from_plain():
    @dataclass
    class A:
        a: int

    @dataclass(frozen=True)
    class B(A):
        b: int


def plain_from_frozen():
    @dataclass(frozen=True)
    class A:
        a: int

    @dataclass
    class B(A):
        b: int


def order_without_eq():
    @dataclass(order=True, eq=False)
    class A:
        a: int


def order_defined():
    @dataclass(order=True)
    class A:
        a: int

        def __lt__(self, other):
            return False


def hash_defined():
    @dataclass(unsafe_hash=True)
    class A:
        a: int

        def __hash__(self):
            return 1


def slots_defined():
    @dataclass(slots=True)
    class A:
        __slots__ = ('a',)
        a: int


def field_without_annotation():
    @dataclass
    class A:
        a = field()


def weakref_without_slots():
    @dataclass(weakref_slot=True)
    class A:
        a: int


def two_kw_only():
    @dataclass
    class A:
        _: dataclasses.KW_ONLY
        a: int
        __: dataclasses.KW_ONLY


for make in (mutable_default, default_before, both_defaults, frozen_from_plain, plain_from_frozen, order_without_eq, order_defined, hash_defined,
             slots_defined, field_without_annotation, weakref_without_slots, two_kw_only):
    attempt(make)


@dataclass
class P:
    x: int
    y: int = field(init=False, default=2)


attempt(lambda: P())
attempt(lambda: P(1, 2))
attempt(lambda: P(z=1))
attempt(lambda: P(1, x=2))
attempt(lambda: dataclasses.replace(P(1), y=3))
attempt(lambda: dataclasses.replace(P(1), zz=3))
attempt(lambda: dataclasses.replace(3, y=3))
attempt(lambda: dataclasses.asdict(3))
attempt(lambda: dataclasses.astuple(P))
attempt(lambda: dataclasses.fields(3))
attempt(lambda: dataclasses.make_dataclass('A', ['a', 'a']))
attempt(lambda: dataclasses.make_dataclass('A', ['for']))
attempt(lambda: dataclasses.make_dataclass('A', [3]))
attempt(lambda: dataclasses.make_dataclass('A', ['1x']))
attempt(lambda: P(1).nothing)
