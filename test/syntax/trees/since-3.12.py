type X = int
type Y[T: int, *Ts, **P] = dict[T, (*Ts,)]
def f[T: (int, str)](x: T) -> T: pass
class A[T](B[T], metaclass=M): pass
async def g[*Ts](): pass
f"{f"{f'{x!r:{width}.{prec}}'}"}" f'{x = }{y=!s}{z=:>10}'
f'''{
    x  # comment
    + 1
:{y}
}'''
rf'\{x}\d{y:\d}' fr"{{}}" F'{lambda_}{(lambda x: 1)}'
f'{x:%Y-%m-%d}{"nested"!r}{{{a}}}}}' 'tail' f"{'a' 'b'}"
f'\N{BULLET} \x41 {x}\
y'
