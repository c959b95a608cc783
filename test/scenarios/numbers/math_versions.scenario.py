"""What later versions added to math: sumprod, fma, steps of nextafter."""
import math

for name, call in {
    "sumprod": lambda: math.sumprod([1, 2.5], [3, 4]),
    "sumprod of tenths": lambda: math.sumprod([0.1] * 10, [0.1] * 10),
    "fma": lambda: math.fma(0.1, 10, -1),
    "steps": lambda: math.nextafter(1.0, 2.0, steps=3),
    "uneven": lambda: math.sumprod([1], [2, 3]),
}.items():
    try:
        print(name, call())
    except AttributeError as error:
        print(name, "is not there:", error)
    except (TypeError, ValueError) as error:
        print(name, type(error).__name__, error)
