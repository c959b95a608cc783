"""What floats are made of: frexp, ldexp, modf, ulp, nextafter, copysign, remainder."""
import math

for x in (8.0, -0.75, 0.0, -0.0, 1e-310, math.inf):
    print(x, math.frexp(x), math.modf(x), math.copysign(1, x), math.ulp(x))
print(math.ldexp(0.75, 4), math.ldexp(1, -1074), math.ldexp(1, -1080), math.ldexp(math.inf, 3))
print(math.nextafter(1, 2), math.nextafter(0.0, -1.0), math.nextafter(1.0, 1.0), math.nextafter(math.inf, 0))
print(math.fmod(-7, 3), -7 % 3, math.remainder(-7, 3), math.remainder(2.5, 1), math.remainder(3.5, 1))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.001), math.isclose(1, 1.001, rel_tol=0.01), math.isclose(0, 1e-12, abs_tol=1e-9))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.fabs(-3))
try:
    math.isclose(1, 2, rel_tol=-1)
except ValueError as error:
    print(error)
