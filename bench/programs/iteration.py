"""enumerate, zip, map, filter, any, all, unpacking, slices, while loops and a class with __iter__."""


class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current


def main(scale=1):
    items = list(range(400 * scale))
    total = 0
    for i, item in enumerate(items):
        total += i * item
    for a, b in zip(items, items[1:]):
        total += a if a % 3 else b
    total += sum(map(lambda n: n + 1, filter(lambda n: n % 2, items)))
    total += any(n > 400 * scale - 2 for n in items) + all(n >= 0 for n in items)
    first, *middle, last = items
    total += first + last + len(middle)
    for n in Countdown(200 * scale):
        total += n
    n = 300 * scale
    while n:
        n -= 1
        if n % 7 == 0:
            continue
        total ^= n
    for key, value in {n: n + 1 for n in items[::4]}.items():
        total += key * value
    return total, min(items[10:20]), max(items), items[::-50]
