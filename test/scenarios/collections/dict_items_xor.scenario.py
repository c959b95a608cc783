"""Items of dicts that are not in both: equal values under a key need no hash, and keys are looked up as often as CPython does."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print('hash', self.name)
        return 1

    def __eq__(self, other):
        print('eq', self.name)
        return self.name == other.name

    def __repr__(self):
        return f'Key({self.name})'


mixed = {'a': 1, 'b': [2], 3: 'c'}
attempt(lambda: mixed.items() ^ mixed.items())
attempt(lambda: mixed.items() ^ {'b': [2], 'a': 1}.items())
attempt(lambda: mixed.items() ^ {'b': [3]}.items())
attempt(lambda: sorted({1: 2}.items() ^ {1: 3, 2: 4}.items()))
attempt(lambda: mixed.items() ^ mixed.keys())
first, second = {Key(1): [1], Key(2): 2}, {Key(2): 2, Key(3): 3}
attempt(lambda: first.items() ^ second.items())
second[Key(1)] = [1]
attempt(lambda: first.items() ^ second.items())
