# A cache keeps arguments and results until it forgets them, is cleared, or dies with its function.
import functools


class Token:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name

    def __del__(self):
        print("token", self.name, "goes")


class Result:
    def __init__(self, of):
        self.of = of

    def __del__(self):
        print("result of", self.of, "goes")


@functools.lru_cache(maxsize=2)
def parse(token):
    print("parsing", token.name)
    return Result(token.name)


parse(Token("a"))
parse(Token("a"))
parse(Token("b"))
print(parse.cache_info())
parse(Token("a"))
print("c pushes b out")
parse(Token("c"))
print(parse.cache_info())
print(parse.cache_parameters())
parse.cache_clear()
print("cleared", parse.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits, fib.cache_info().currsize)


class Repo:
    def __init__(self, path):
        self.path = path

    @functools.lru_cache(maxsize=None)
    def tree(self, depth):
        return [self.path] * depth

    def __del__(self):
        print("repo", self.path, "goes")


repo = Repo("/a")
print(repo.tree(2))
del repo
print("the cache on the class keeps the repo")
other = Repo("/b")
print(other.tree(1), Repo.tree.cache_info().currsize)
Repo.tree.cache_clear()
print("now the first is gone; the second has its name")
other.tree(3)
parse(Token("last"))


@functools.lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info().currsize)
try:
    typed([])
except TypeError as error:
    print(error)
print(functools.lru_cache(len).__wrapped__ is len)
