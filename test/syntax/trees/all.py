import os
@dec
def f(a, /, b: int = 1, *args, c, d=2, **kw) -> None:
    """doc"""
    x = (a) + b ** -c; y = not a in b and c is not d
    return [i async for i in x if y for j in z], {**a, b: c}, {1, *d}, f(*a, k=1, **z), f(x for x in y)
class A(B, metaclass=C):
    x: int = 3
    (y): str
    with (a, b as c): pass
    with (yield): pass
    a.b[1:2, ::3] += 1
    match x:
        case [1, *_] | {"a": b, **r} as z if z: pass
        case A.b(c, d=-1+2j) | None | (x) | _: pass
f"a{x!r:>{w}}b" "c" f"{y=}"
try: pass
except* A as b: pass
else: pass
finally: pass
del (a), [b, c.d]
from . import (a as b, c,)
global x, y
a = b = c, *d = 1.5e300, 1j, 0xff, 10**20, 123456789012345678901234567890, 'é', b'\x00'
if a: pass
elif b: pass
else: x = lambda *, k=1: k; y;
async def g(x, *args: *Ts, y: int = 1, **kw):
    async with a as b, c: pass
    async for i in await x: yield i
    else: return
    nonlocal z; global w
    x = yield; y = yield from z
    raise A from B
    assert a, "b"
    while (n := f()) > 0: continue
    else: break
    return -x ** -y @ z // 2 % 3 << 1 >> 2 & a | b ^ ~c, +d, not e
x[:, ::2, *a] = x[a:b] = y[...]
del x[0], y.z
lambda: (yield)
lambda a, b=1, /, *c, d, e=2, **f: a
print(*a, c=1, *d, **b)
{**a, 'b': 1, **c}; {*a, b}; [*a]; (*a, b); ()
{a: b for a, b in c if d if e}; {a for a in b}; (a for a in b)
a if b else c if d else e
1 < 2 <= 3 != 4 == 5 is not 6 not in 7 in 8
'a' 'b' "c" u'd'; u'e' 'f'; b'\x00\xff' rb'\x'; '\u00e9\N{BULLET}\101\
continued'; f'' 'x'; f'{a}' f'{b:{c}d}' 'e'; f'{{{a}}}'
"""é
	tab 日本""".x; ñ = ﬁ = '𝒳'
0x_ff, 0b1, 0o7, 1_000, 1e10, 1E-3, .5, 5., 1j, 1e400
try: pass
except (A, B) as e: pass
except: pass
if a:
	pass
# comment
elif b: pass; pass;
for (a, *b), [c] in d: pass
with (a): pass
with (a, b) as c, (d): pass
with (a as b, c as d,): pass
with (a, b): pass
match (x), *y:
    case -1 | 1.5 | -1 + 2j | 'a' 'b' | b'c' | None | True: pass
    case a.b.c | [] | () | (1,) | [a, *_, b] | {}: pass
    case {'a': 1, b.c: _, **rest}: pass
    case A() | A(1, 2) | A(b=1) | A(1, b=2,): pass
    case (a as b), *c: pass
    case x if y: pass
match = case = type = _ = 1
match[x]; match(x); match.x; type(x)
from ...a.b import c as d, e; from .... import *; import a.b.c as d, e
a: int; a.b: int = 1; (a): int; a[0]: str = yield
a += 1; a @= 2; a //= 3; a **= 4; a >>= 5; a <<= 6; a &= 7; a ^= 8; a |= 9; a %= 1; a -= 2; a *= 3; a /= 4
'\ud800\udc00' '\ud83d' '\ude00'; f'\ud800\udc00{x}\ud800' '\udc00'; '\ud800\ud800\udc00'; '𐀀\udc00'
