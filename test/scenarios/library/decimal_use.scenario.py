from decimal import Decimal, DivisionByZero, InvalidOperation, ROUND_HALF_UP, getcontext, localcontext
from fractions import Fraction
import statistics


class Price(Decimal):
    def __del__(self):
        print("price", self)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


total = sum([Decimal("0.1")] * 3)
print(total, total == Decimal("0.3"), 0.1 + 0.2 == 0.3, repr(total))
print(Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), Decimal(0.1))
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 7, Decimal(2).sqrt())
print(Decimal(1) / 7, getcontext().prec)
attempt(lambda: Decimal("x"))
attempt(lambda: Decimal(1) / 0)
attempt(lambda: Decimal(0) / 0)
attempt(lambda: Decimal(1) + 1.5)
print(f"{Decimal('1234567.891'):,.2f}", "%.1f" % Decimal("2.25"), Decimal("1E+3"), Decimal("1200").normalize())
print(divmod(Decimal(-7), 2), Decimal(-7) // 2, Decimal(2) ** -2, hash(Decimal("1.5")) == hash(1.5))
print(statistics.mean([Decimal("1.5"), Decimal("2.5")]), statistics.median([1, 3, 2]), Fraction(Decimal("1.25")), Fraction(1, 3) + 1)
kept = Price("9.99")
Price("1.00") + 1
kept.self = kept
