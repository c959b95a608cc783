"""Ints beyond the machine's word."""


def main(scale=1):
    seed = 1
    for _ in range(scale):
        factorial = 1
        for n in range(1, 200):
            factorial *= n
        a, b = 0, 1
        for _ in range(600):
            a, b = b, a + b
        for _ in range(600):
            seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return len(str(factorial)), a % 10**12, seed >> 33, pow(3, 1000, 10**20 + 39)
