"""What functions say of arguments outside their domain, and of results too large."""
import math

calls = {
    "sqrt(-1)": lambda: math.sqrt(-1),
    "log(0)": lambda: math.log(0),
    "log(-2.5)": lambda: math.log(-2.5),
    "log(8, 1)": lambda: math.log(8, 1),
    "acos(2)": lambda: math.acos(2),
    "atanh(1)": lambda: math.atanh(1),
    "gamma(-3)": lambda: math.gamma(-3),
    "exp(1000)": lambda: math.exp(1000),
    "pow(-8, 0.5)": lambda: math.pow(-8, 0.5),
    "fmod(1, 0)": lambda: math.fmod(1, 0),
    "sin(inf)": lambda: math.sin(math.inf),
    "cosh(800)": lambda: math.cosh(800),
    "sqrt('4')": lambda: math.sqrt("4"),
    "sqrt(10**400)": lambda: math.sqrt(10**400),
    "log(10**400)": lambda: math.log(10**400),
    "log2(2**2000)": lambda: math.log2(2**2000),
    "factorial(-1)": lambda: math.factorial(-1),
    "factorial(2.5)": lambda: math.factorial(2.5),
    "comb(3)": lambda: math.comb(3),
    "isqrt(-4)": lambda: math.isqrt(-4),
    "ldexp(1.0, 2000)": lambda: math.ldexp(1.0, 2000),
    "ldexp(1.0, 2.0)": lambda: math.ldexp(1.0, 2.0),
    "pow()": lambda: math.pow(1),
}
for name, call in calls.items():
    try:
        print(name, "=", call())
    except Exception as error:
        print(name, type(error).__name__, error)
