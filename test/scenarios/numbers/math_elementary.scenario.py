"""The last digit of the elementary functions."""
import math

for x in (0.5, 1.0, 2.0, 10.0, 0.1, 3.7, 100.25):
    print(x, math.exp(x), math.log(x), math.log2(x), math.log10(x), math.sqrt(x))
    print(x, math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.degrees(x), math.radians(x))
for x in (-0.9, -0.25, 0.0, 0.3, 1.0):
    print(x, math.asin(x), math.acos(x))
for x in (0.25, 2.5):
    print(x, math.sinh(x), math.cosh(x), math.tanh(x), math.expm1(x), math.log1p(x), math.cbrt(x))
print(math.log(8, 2), math.log(1000, 10), math.log10(10**25), math.log2(2**100), math.exp2(10), math.pow(2, 0.5), math.pow(0, -math.inf))
print(math.atan2(1, -1), math.atan2(-0.0, -1), math.sin(1e15), math.cos(1e300), math.tan(math.pi / 2))
print(math.gamma(5), math.gamma(0.5), math.lgamma(100), math.erf(0.5))
