entries = {}


class Watcher:
    def __del__(self):
        print("watcher goes with", sorted(entries) if entries is not None else entries)


watcher = Watcher()


def register(cls):
    entries[cls.__name__] = cls
    return cls
