"""Sorting with and without a key, on numbers, tuples and objects with __lt__."""


class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)


def main(scale=1):
    seed = 1
    values = []
    for _ in range(1500 * scale):
        seed = (seed * 1103515245 + 12345) % 2147483648
        values.append(seed)
    plain = sorted(values)
    keyed = sorted(values, key=lambda value: value % 1000)
    pairs = sorted((value % 50, value) for value in values)
    versions = sorted(Version(value % 9, value % 5) for value in values[: 200 * scale])
    return plain[7], keyed[7], pairs[7], versions[7].major, max(values, key=lambda value: -value)
