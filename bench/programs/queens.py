"""The eight queens problem with sets of attacked lines."""


def place(n, row, columns, rising, falling):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if column not in columns and row + column not in rising and row - column not in falling:
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            count += place(n, row + 1, columns, rising, falling)
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)
    return count


def main(scale=1):
    return sum(place(7, 0, set(), set(), set()) for _ in range(scale))
