# Who visits what an instance holds: the instance, its dict, or both in turn, as the version lays instances out.
import gc

gc.disable()


def show(name, owner):
    names = [child.__name__ if isinstance(child, type) else child if isinstance(child, (str, int)) else type(child).__name__ for child in gc.get_referents(owner)]
    print(name, names)


class Plain:
    pass


plain = Plain()
plain.first = 'one'
plain.second = 'two'
show('inline', plain)
attributes = plain.__dict__
show('shown', plain)
show('dict', attributes)
plain.third = 'three'
show('stored', plain)
attributes[5] = 'five'
show('odd key', plain)
show('its dict', attributes)

replaced = Plain()
replaced.old = 'old'
old = replaced.__dict__
replaced.__dict__ = {'new': 'new'}
show('replaced', replaced)
show('old dict', old)

gone = Plain()
gone.left = 'left'
orphan = gone.__dict__
del gone
show('orphan', orphan)

popped = Plain()
popped.first = 'one'
popped.__dict__.popitem()
popped.second = 'two'
show('popped', popped)


class Slotted:
    __slots__ = ('slot', '__dict__')


class Below(Slotted):
    pass


class Mixed(Plain):
    __slots__ = ('more',)


class WeakOnly:
    __slots__ = ('__weakref__', '__dict__')


class Items(list):
    pass


class Table(dict):
    pass


for kind in (Slotted, Below, Mixed, WeakOnly, Items, Table):
    owner = kind()
    owner.value = 'value'
    show(kind.__name__, owner)
    owner.__dict__
    show('with its dict', owner)

for how in range(4):
    owner = Plain()
    owner.itself = owner
    if how == 1:
        owner.__dict__
    elif how == 2:
        owner.__dict__['again'] = owner
    elif how == 3:
        owner.__dict__[5] = owner
    del owner
    print('collected', gc.collect())
