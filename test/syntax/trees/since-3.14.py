t'a{x}b{y!r:>{w}}' t"{z=}" rt'\d{ x + 1 }'
try: pass
except A, B: pass
try: pass
except* A, B: pass
def f[T = int, *Ts = *tuple[int], **P = [int]](): pass
