"""The random module with a seed: the same numbers everywhere."""
import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 7), random.uniform(1, 2))
print(random.choice("abcdef"), random.choices([1, 2, 3], k=4), random.sample(range(50), 5))
items = list(range(8))
random.shuffle(items)
print(items, random.getrandbits(40), random.gauss(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5))
mine = random.Random(7)
state = mine.getstate()
print(mine.random(), mine.betavariate(2, 3))
mine.setstate(state)
print(mine.random(), random.Random("text").random() == random.Random("text").random())
for call in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(3, 3), lambda: random.seed([])):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
