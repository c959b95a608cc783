# Asynchronous generators: values, what they await, sending, throwing, closing, states.
class Pause:
    def __init__(self, value): self.value = value
    def __await__(self): return (yield self.value)

def drive(awaitable):
    waits = []
    try:
        while True: waits.append(awaitable.send(None))
    except StopIteration as stop:
        return waits, stop.value
    except BaseException as error:
        return waits, type(error).__name__, str(error)

async def numbers():
    try:
        await Pause("first")
        got = yield 1
        print("got", got)
        await Pause("second")
        yield 2
    except ValueError as error:
        print("caught", error)
        yield "after"
    finally:
        print("finally")

a = numbers()
print(type(a).__name__, a.__name__, a.ag_code.co_name, a.ag_running, a.ag_await)
print(drive(a.__anext__()), a.ag_running, a.ag_await)
print(drive(a.asend("hello")))
print(drive(a.asend(None)))
print(drive(a.asend(None)), a.ag_frame)

a = numbers()
print(drive(a.asend(None)), drive(a.athrow(ValueError("v"))), drive(a.aclose()), drive(a.aclose()))
a = numbers()
print(drive(a.asend(None)), drive(a.athrow(KeyError)), drive(a.asend(None)))
a = numbers()
print(drive(a.athrow(KeyError("unstarted"))), drive(a.asend(None)))
a = numbers()
try: a.asend("too early").send(None)
except TypeError as error: print(error)
print(drive(numbers().aclose()))

# one awaitable at a time
a = numbers()
first = a.asend(None)
print(first.send(None), a.ag_running, type(a.ag_await).__name__)
for other in (a.asend(None), a.athrow(KeyError), a.aclose()):
    print(drive(other))
print(drive(first), a.ag_running)
print(drive(first))
done = a.aclose()
print(drive(done), drive(done))
thrown = numbers().asend(None)
thrown.send(None)
try: thrown.throw(KeyError("into"))
except KeyError as error: print("out", error)

async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
a = ignores()
print(drive(a.asend(None)), drive(a.aclose()))
async def stops(error):
    raise error
    yield
for error in (StopIteration("s"), StopAsyncIteration("a")):
    try: stops(error).asend(None).send(None)
    except RuntimeError as e: print(e, repr(e.__cause__))
