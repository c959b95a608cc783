"""Whole numbers of any size: gcd, lcm, comb, perm, factorial, isqrt."""
import math

print(math.gcd(12, 18, 27), math.gcd(), math.gcd(-4), math.lcm(4, 6, 10), math.lcm(), math.lcm(0, 5))
print([math.comb(10, k) for k in range(12)], math.perm(5, 2), math.perm(5), math.perm(3, 4))
print(math.comb(200, 100))
print(math.factorial(30), math.factorial(0), math.factorial(True))
print([math.isqrt(n) for n in (0, 1, 15, 16, 17, 10**30, 2**101)])


class Index:
    def __index__(self):
        return 6


print(math.factorial(Index()), math.gcd(Index(), 9), math.comb(Index(), 2))
print(len(str(math.factorial(500))), math.gcd(3**200, 3**150 * 5) == 3**150)
