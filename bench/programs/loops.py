"""Nested loops over small integers."""


def main(scale=1):
    total = 0
    for i in range(300 * scale):
        for j in range(300):
            if (i + j) % 3 == 0:
                total += i * j
            else:
                total -= j
    return total
