"""A pipeline of generators."""


def numbers(limit):
    for i in range(limit):
        yield i


def odd(items):
    for item in items:
        if item % 2:
            yield item


def running(items):
    total = 0
    for item in items:
        total += item
        yield total


def chained(parts):
    for part in parts:
        yield from part


def main(scale=1):
    parts = (running(odd(numbers(1500 * scale))) for _ in range(4))
    return sum(x & 255 for x in chained(parts))
