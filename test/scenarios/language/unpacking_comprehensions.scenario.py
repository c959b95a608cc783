import sys
def t(f):
    try: print('  ',f())
    except Exception as e: print('  ',type(e).__name__, e)
y = [[1,2],[3],[],(4,)]
print([*x for x in y], {*x for x in y}, list((*x for x in y)), {**d for d in [{'a':1},{'b':2,'a':3}]})
print([*x for x in y if x], [*(a, b) for a in 'xy' for b in 'zw'])
t(lambda: [*x for x in [1]]); t(lambda: {*x for x in [1]}); t(lambda: {**x for x in [1]}); t(lambda: list(*x for x in [1])); t(lambda: {**x for x in [[1]]}); t(lambda:{*x for x in [[[]]]})
def gen():
    g = (*range(n) for n in (2, 0, 3))
    print(next(g), list(g))
gen()
def f(*a): return a
print(f(*x for x in y) if False else list(f(*x for x in y)[0]))
class C:
    z = [*x for x in y]
print(C.z)
def clos():
    k = 2
    return [*(v * k for v in x) for x in y]
print(clos())
print({**{str(i): i} for i in range(3)})
print([*[*p for p in q] for q in [y, y]])
try:
    [*x
     for x in
     [None]]
except TypeError:
    raise
