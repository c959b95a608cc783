# Generators: send, throw, close, return values, yield from, delegation and their states.
def echo():
    print("started")
    received = None
    while True:
        try:
            received = yield received
            print("received", received)
        except ValueError as error:
            print("caught", error)
            received = "recovered"

g = echo()
print(next(g), g.send(1), g.send("two"), g.throw(ValueError("thrown")))
g.close()
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value)

def finite():
    yield 1
    return "result"

def delegate():
    value = yield from finite()
    print("inner returned", value)
    yield from [10, 20]
    return (yield "last")

d = delegate()
print([next(d) for _ in range(4)])
try:
    d.send("sent")
except StopIteration as stop:
    print(stop.value)
def closing():
    try:
        yield 1
    except GeneratorExit:
        print("exit seen")
        raise
    finally:
        print("cleaned")
c = closing(); next(c); c.close(); c.close()
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored once")
            yield 2
            return
s = stubborn(); next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def leaky():
    yield 1
    raise StopIteration("inside")
try:
    list(leaky())
except RuntimeError as error:
    print(error, repr(error.__cause__))
def again():
    yield from me
me = again()
for action in (lambda: next(me), lambda: echo().send(5), lambda: echo().throw(KeyError("unstarted"))):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(sum(n for n in range(4)), dict((k, 1) for k in "ab"), (lambda: (yield 5))().__next__())
def nested():
    def sub():
        try:
            yield 1
        finally:
            print("sub closed")
    yield from sub()
n = nested(); next(n)
del n
print(echo.__name__, g.__name__, type(g).__name__, g.gi_frame is None, c.gi_running)
