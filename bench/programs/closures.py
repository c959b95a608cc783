"""Functions that keep variables of others, decorate each other and are called with keywords and stars."""


def counter(step=1, *, start=0):
    total = start

    def count(times=1):
        nonlocal total
        for _ in range(times):
            total += step
        return total

    return count


def traced(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@traced
def combine(first, second=2, *rest, scale=1, **options):
    return (first + second + sum(rest)) * scale + len(options)


def main(scale=1):
    total = 0
    for i in range(400 * scale):
        count = counter(i % 3 + 1, start=i)
        total += count() + count(times=2)
        total += combine(i, second=3, scale=2)
        total += combine(i, 1, 2, 3, extra=True)
    return total
