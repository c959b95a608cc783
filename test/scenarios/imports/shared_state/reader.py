import store
from store import count, items

seen = []


def items_by_attribute():
    return store.items


def items_by_name():
    return items


def current_count():
    return store.count


def on_exit_of(item):
    seen.append(item.name)
    print("reader heard of", item.name, "after", len(seen))
