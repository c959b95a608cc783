# In which order chained iterators ask each other.
from itertools import chain, islice, takewhile, starmap, accumulate, filterfalse

def numbers(tag):
    n = 0
    while True:
        print("produce", tag, n)
        yield n
        n += 1

def step(n):
    print("step", n)
    return n * 10

pipeline = islice(filterfalse(lambda n: n % 3, map(step, takewhile(lambda n: n < 50, numbers("a")))), 3)
print("nothing asked yet")
print(list(pipeline))
both = zip(numbers("x"), islice(numbers("y"), 2))
print(list(both))
print(list(accumulate(chain([1], (print("late") or 2 for _ in range(1))))))
