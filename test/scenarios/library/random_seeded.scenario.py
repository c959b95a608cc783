# random with a seed: the same numbers everywhere; own generators, their state, and choices among objects.
import random


class Card:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("card", self.name, "goes")


random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 100, 7), random.uniform(1, 2))
print([random.choice("abcdef") for _ in range(5)], random.choices([1, 2, 3], weights=[1, 5, 2], k=6))
print(random.sample(range(1000), 5), random.sample(["x", "y"], counts=[3, 2], k=3))
deck = [Card(s) for s in "ABCDE"]
random.shuffle(deck)
print(deck)
hand = random.sample(deck, 2)
print(hand, [card in hand for card in deck])
deck.clear()
print("the hand keeps its cards")
hand.pop()
print(random.gauss(0, 1), random.normalvariate(5, 2), random.triangular(0, 10, 3), random.expovariate(2))
print(random.betavariate(2, 3), random.gammavariate(2, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1))
print(random.getrandbits(70), random.randbytes(6))
own = random.Random(2024)
state = own.getstate()
first = [own.random() for _ in range(3)]
own.setstate(state)
print(first == [own.random() for _ in range(3)], first[0], random.Random(-7).random(), random.Random(True).random(), random.Random(10 ** 40).random())
for wrong in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(5, 5), lambda: random.sample({1, 2}, 1), lambda: random.choices([1], [0])):
    try:
        wrong()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Loaded(random.Random):
    def random(self):
        return 0.25

    def __del__(self):
        print("generator goes")


loaded = Loaded()
print(loaded.random(), loaded.uniform(0, 8), loaded.choice("abcd"), loaded.shuffle([1]))
kept = [Card("last")]
