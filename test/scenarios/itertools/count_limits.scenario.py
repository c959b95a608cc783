# Where the counting of itertools.count leaves the range of a machine word.
import itertools
import warnings

warnings.simplefilter("ignore")
for start in [2**63 - 2, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**53 - 1, True]:
    for step in [(), (1,), (True,), (2,), (1.5,)]:
        counter = itertools.count(start, *step)
        for _ in range(3):
            shown = repr(counter)
            try:
                reduced = counter.__reduce__()[1]
            except Exception as error:
                reduced = type(error).__name__, str(error)
            print(shown, reduced if hasattr(itertools.count, "__reduce__") and not shown.startswith("object") else "")
            print(next(counter))
