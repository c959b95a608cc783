import store
from store import Item


def add(name):
    store.items.append(Item(name))


def rebind():
    store.items = [Item("rebound")]


def bump():
    store.count += 1
