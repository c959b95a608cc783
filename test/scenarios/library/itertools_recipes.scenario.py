# The recipes of the documentation, with objects that show how lazy they are.
import collections
import itertools
import operator


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"<{self.n}>"

    def __del__(self):
        print("item", self.n, "goes")


def items(n):
    for i in range(n):
        print("making", i)
        yield Item(i)


def take(n, iterable):
    return list(itertools.islice(iterable, n))


def consume(iterator, n=None):
    if n is None:
        collections.deque(iterator, maxlen=0)
    else:
        next(itertools.islice(iterator, n, n), None)


def grouper(iterable, n, fill=None):
    return itertools.zip_longest(*[iter(iterable)] * n, fillvalue=fill)


def unique_everseen(iterable, key=None):
    seen = set()
    for element in iterable:
        k = element if key is None else key(element)
        if k not in seen:
            seen.add(k)
            yield element


def sliding_window(iterable, n):
    iterator = iter(iterable)
    window = collections.deque(itertools.islice(iterator, n - 1), maxlen=n)
    for x in iterator:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = itertools.cycle(itertools.islice(iterators, active))
        yield from map(next, iterators)


def partition(predicate, iterable):
    t1, t2 = itertools.tee(iterable)
    return itertools.filterfalse(predicate, t1), filter(predicate, t2)


print(take(2, items(5)))
source = items(4)
consume(source, 2)
print("two consumed")
consume(source)
print("all consumed")
print(list(grouper("ABCDEFG", 3, "x")), list(unique_everseen("AAAABBBCCDAABBB")), list(unique_everseen("ABBcAD", str.casefold)))
print(list(roundrobin("ABC", "D", "EF")), ["".join(w) for w in sliding_window("ABCDE", 3)])
small, large = partition(lambda item: item.n > 0, items(2))
print(list(small))
print(list(large))
print(list(itertools.accumulate([1, 2, 3], operator.mul, initial=10)), list(itertools.chain.from_iterable(["ab", "c"])))
print([(k, len(list(g))) for k, g in itertools.groupby("aaabbc")], list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print(list(itertools.takewhile(lambda x: x < 3, itertools.count())), list(itertools.dropwhile(str.isalpha, "ab1c")))
print(list(itertools.combinations("abc", 2)), list(itertools.compress("abcd", [1, 0, 1])), list(itertools.pairwise("abc")))
print(list(itertools.product("ab", repeat=2))[:3], list(itertools.permutations([1, 2, 3], 2))[-1], list(itertools.repeat(1, 2)))
for window in sliding_window(items(3), 2):
    print(window)
print("end, the last window is kept:", window)
