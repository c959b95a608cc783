"""Recursive calls of a small function."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main(scale=1):
    return sum(fib(21) for _ in range(scale))
