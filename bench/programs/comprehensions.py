"""Lists, sets and dicts made by comprehensions, from each other."""


def main(scale=1):
    squares = {n: n * n for n in range(1000 * scale)}
    odd = {n for n in squares if n % 2}
    small = [n for n in odd if squares[n] < 500_000 * scale * scale]
    table = [[row * column for column in range(30)] for row in range(30 * scale)]
    flat = [cell for row in table for cell in row if cell]
    names = {f"k{n}": str(n) for n in small}
    return len(small), sum(flat), len(names), sorted(set(flat) & odd)[:3], {len(name) for name in names}
