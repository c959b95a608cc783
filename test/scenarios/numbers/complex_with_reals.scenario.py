"""Complex numbers with real ones: from 3.14 on a real side has no imaginary part, not one of zero."""
for a in 2j, 1 + 2j, complex(0, -0.0), complex(-0.0, 0.0), complex(float('inf'), 1), complex(1, float('nan')):
    for b in -0.0, 0.0, 2, -3, 1.5, True, float('inf'), float('nan'), 10**400:
        for operation in '+', '-', '*', '/':
            for left, right in (a, b), (b, a):
                try:
                    print(left, operation, right if b != 10**400 else 'huge', '=', eval(f'left {operation} right'))
                except ArithmeticError as error:
                    print(left if b != 10**400 else 'huge', operation, type(error).__name__, error)
