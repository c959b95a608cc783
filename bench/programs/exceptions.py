"""Exceptions raised, caught, chained and passed through frames in a loop."""


class Refused(Exception):
    pass


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise Refused(text) from error


def attempt(values, i):
    try:
        return values[i]
    except IndexError:
        return -1
    finally:
        values[0] += 1


def main(scale=1):
    values = [0, 1, 2]
    good = bad = 0
    for i in range(1500 * scale):
        try:
            good += attempt(values, i % 6)
            good += parse("x" if i % 3 == 0 else "7")
        except Refused:
            bad += 1
    return good, bad, values
