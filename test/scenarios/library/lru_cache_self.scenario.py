# A cache on a method holds every self; a cache made for one instance makes a cycle; keyed by weak references it holds nothing.
import functools
import gc
import weakref


class Report:
    def __init__(self, name):
        self.name = name

    @functools.lru_cache(maxsize=2)
    def render(self, width):
        print("rendering", self.name, width)
        return self.name * width

    def __del__(self):
        print("report", self.name, "goes")


for name in "abc":
    print(Report(name).render(2))
print("the cache holds two:", Report.render.cache_info())
Report.render.cache_clear()
print("cleared")


class PerInstance:
    def __init__(self, name):
        self.name = name
        self.render = functools.lru_cache(maxsize=None)(self._render)

    def _render(self, width):
        return self.name * width

    def __del__(self):
        print("instance", self.name, "goes")


p = PerInstance("p")
print(p.render(1), p.render(1), p.render.cache_info().hits)
del p
print("held by its own cache")
print(gc.collect() > 0)


def weak_method(function):
    @functools.lru_cache(maxsize=None)
    def cached(ref, *args):
        return function(ref(), *args)

    @functools.wraps(function)
    def method(self, *args):
        return cached(weakref.ref(self), *args)

    method.cache = cached
    return method


class Light:
    @weak_method
    def twice(self, n):
        print("computing", n)
        return n * 2

    def __del__(self):
        print("light goes")


light = Light()
print(light.twice(2), light.twice(2))
del light
print("cached entries:", Light.twice.cache.cache_info().currsize)


class Result:
    def __init__(self, key):
        self.key = key

    def __del__(self):
        print("result", self.key, "goes")


@functools.lru_cache(maxsize=2)
def load(key):
    return Result(key)


load(1), load(2)
load(1)
load(3)
print("2 was the oldest")
first = load(1)
load(4), load(5)
print("the caller's reference keeps 1:", first.key)
print(load.cache_info(), load.cache_parameters())


@functools.cache
def fails(n):
    print("called with", n)
    raise ValueError(n)


for _ in range(2):
    try:
        fails(1)
    except ValueError:
        pass
print(fails.cache_info().currsize)
last = Report("last")
last.render(1)
