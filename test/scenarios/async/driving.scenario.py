# Coroutines driven by hand: what awaits what, states, results, errors on reuse.
class Pause:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return ("got", got)

async def inner(n):
    first = await Pause("inner %d" % n)
    return first, n

async def outer():
    results = []
    for n in range(2):
        results.append(await inner(n))
    return results

c = outer()
print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_frame is not None, c.cr_origin)
print(c.send(None))
print(c.cr_suspended, c.cr_await.__qualname__, type(c.cr_await.cr_await).__name__)
print(c.send("one"))
try:
    c.send("two")
except StopIteration as stop:
    print("done", stop.value)
print(c.cr_frame, c.cr_suspended, c.cr_await, c.cr_code.co_name)
for use in (lambda: c.send(None), lambda: c.throw(ValueError)):
    try:
        use()
    except RuntimeError as error:
        print(error)
print(c.close())

fresh = outer()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
fresh.close()

waited = outer()
waited.send(None)
async def second():
    await waited.cr_await
try:
    second().send(None)
except RuntimeError as error:
    print(error)
try:
    waited.throw(KeyError("thrown"))
except KeyError as error:
    print(repr(error))

async def reenters():
    try:
        me.send(None)
    except ValueError as error:
        print(error)
me = reenters()
try:
    me.send(None)
except StopIteration:
    print("finished")

async def ignores():
    try:
        await Pause(1)
    except GeneratorExit:
        await Pause(2)
stubborn = ignores()
stubborn.send(None)
try:
    stubborn.close()
except RuntimeError as error:
    print(error)

async def stops():
    raise StopIteration("inside")
try:
    stops().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)

w = outer().__await__()
print(type(w).__name__, next(w), w.send("x"), iter(w) is w)
print(w.close())
