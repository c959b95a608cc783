"""What is thrown into generators that delegate to iterators without throw()."""


class It:
    def __iter__(self): return self
    def __next__(self): return 1
def g():
    try:
        yield from It()
    except BaseException as e:
        print("in g", repr(e))
        raise
for exc in (StopIteration, StopIteration(5), ValueError, GeneratorExit):
    x = g(); next(x)
    try:
        print("got", x.throw(exc))
    except BaseException as e:
        print("out", repr(e), repr(e.__cause__))
def h():
    r = yield from It()
    print("r", r)
    return r
for exc in (StopIteration, StopIteration(5), ValueError):
    x = h(); next(x)
    try:
        print("got", x.throw(exc))
    except BaseException as e:
        print("out", repr(e), repr(e.__cause__))
class It2(It):
    def throw(self, *a):
        raise StopIteration(7)
def h2():
    r = yield from It2()
    print("r2", r)
    return r
x = h2(); next(x)
try:
    print("got", x.throw(ValueError))
except BaseException as e:
    print("out", repr(e), repr(e.__cause__))
