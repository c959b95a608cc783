"""The Mersenne Twister: the same numbers for the same seed."""
import _random

generator = _random.Random(42)
print([generator.random() for _ in range(3)])
print([generator.getrandbits(k) for k in (0, 1, 7, 32, 33, 64, 100)])
for seed in (0, 1, -1, 2**70, 1.5, "text", (1, 2)):
    generator.seed(seed)
    print(generator.random())
generator.seed(5)
state = generator.getstate()
first = [generator.random() for _ in range(700)]
generator.setstate(state)
print(first == [generator.random() for _ in range(700)], len(state), state[-1])
for call in (
    lambda: generator.seed([]),
    lambda: generator.getrandbits(-1),
    lambda: generator.getrandbits("x"),
    lambda: generator.setstate((1, 2)),
    lambda: generator.setstate([]),
    lambda: generator.seed(1, 2),
    lambda: _random.Random(1, 2),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
