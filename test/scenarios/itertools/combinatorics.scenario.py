# combinations, permutations and products: results, limits and errors.
from itertools import combinations, combinations_with_replacement, permutations, product

def show(make):
    try:
        print([("".join(c)) for c in make()])
    except Exception as e:
        print(type(e).__name__, e)

for r in (0, 1, 2, 3, 4):
    show(lambda: combinations("abc", r))
    show(lambda: combinations_with_replacement("abc", r))
    show(lambda: permutations("abc", r))
    show(lambda: product("ab", repeat=r))
show(lambda: permutations("abc"))
show(lambda: permutations("abc", None))
show(lambda: product("ab", "", "cd"))
show(lambda: product("ab", "cd", repeat=2))
show(lambda: product())
for make in (combinations, combinations_with_replacement, permutations):
    for r in ("x", 1.5):
        show(lambda: make("abc", r))
    show(lambda: make(5, 1))
show(lambda: combinations("abc"))
show(lambda: product("ab", repeat="x"))
show(lambda: product("ab", repeat=-1))
show(lambda: product("ab", other=1))
show(lambda: product(1))
print(sum(1 for _ in combinations(range(20), 5)), sum(1 for _ in permutations(range(6))), sum(1 for _ in product(range(5), repeat=4)))
