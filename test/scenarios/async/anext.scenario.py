# anext and aiter, with and without a default.
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
        return waits, repr(error)

async def numbers(count):
    for i in range(count):
        await Pause("p%d" % i)
        yield i

async def main():
    g = numbers(1)
    print(aiter(g) is g)
    print(await anext(g), await anext(g, "default"), await anext(g, None))
    try: await anext(g)
    except StopAsyncIteration: print("exhausted")
print(drive(main()))
waiting = anext(numbers(1), "d")
print(type(waiting).__name__, waiting.send(None))
print(drive(waiting), iter(waiting) is waiting)
waiting = anext(numbers(1), "d")
waiting.send(None)
try: waiting.throw(KeyError("k"))
except KeyError as error: print(repr(error))
waiting = anext(numbers(1), "d")
waiting.send(None)
waiting.close()
print(drive(anext(numbers(0), "empty")), list(anext(numbers(0), "empty")))

class Countdown:
    def __init__(self): self.n = 2
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration("over")
        self.n -= 1
        return self.n
c = Countdown()
print(drive(anext(c)), drive(anext(c, 9)), drive(anext(c, 9)), drive(anext(c)))
class Odd:
    def __anext__(self): return 5
try: anext(Odd(), 1).send(None)
except TypeError as error: print(error)
print(anext(Odd()))
