# Loops, recursion and generators that compute: queens, primes, permutations, a matrix, sorting by hand.
def queens(n, row=0, columns=(), placed=()):
    if row == n:
        yield placed
        return
    for c in range(n):
        if all(c != pc and abs(c - pc) != row - pr for pr, pc in enumerate(placed)):
            yield from queens(n, row + 1, columns, placed + (c,))

solutions = list(queens(6))
print(len(solutions), solutions[0], sum(1 for _ in queens(7)))

def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1

g = primes()
print([next(g) for _ in range(15)])
sieve = [True] * 200
for i in range(2, 15):
    if sieve[i]:
        sieve[i * i::i] = [False] * len(sieve[i * i::i])
print(sum(sieve[2:]), [i for i in range(180, 200) if sieve[i]])

def permutations(items):
    if not items:
        yield ()
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (items[i],) + rest

print(list(permutations("abc")), len(list(permutations([1, 2, 3, 4]))))

def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]

m = [[1, 1], [1, 0]]
result = [[1, 0], [0, 1]]
for bit in bin(90)[2:]:
    result = multiply(result, result)
    if bit == "1":
        result = multiply(result, m)
print(result[0][1])

def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])

seed = 42
numbers = []
for _ in range(50):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    numbers.append(seed % 1000)
print(quicksort(numbers) == sorted(numbers), numbers[:6], hash(tuple(numbers)))
memo = {}
def collatz(n):
    if n not in memo:
        memo[n] = 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return memo[n]
print(max(range(1, 300), key=collatz), collatz(97), len(memo))
