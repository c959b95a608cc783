# `async with`: nesting, suppressing, leaving by return, break and continue, lifetimes of manager and value.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

class Pause:
    def __init__(self, value): self.value = value
    def __await__(self): return (yield self.value)

class Manager(N):
    def __init__(self, name, suppresses=False):
        super().__init__(name)
        self.suppresses = suppresses
    async def __aenter__(self):
        await Pause("enter " + self.name)
        return N("value of " + self.name)
    async def __aexit__(self, kind, error, traceback):
        await Pause("exit " + self.name)
        print("leaving", self.name, kind and kind.__name__, error)
        return self.suppresses

def drive(coroutine):
    waits = []
    try:
        while True: waits.append(coroutine.send(None))
    except StopIteration as stop:
        print(waits, stop.value)
    except Exception as error:
        print(waits, repr(error), repr(error.__context__))

async def nested():
    async with Manager("1") as a, Manager("2"):
        print("body", a.name)
    print("after")
drive(nested())
async def suppressed():
    async with Manager("3", True):
        raise KeyError("hidden")
    return "went on"
drive(suppressed())
async def raised():
    async with Manager("4"):
        raise KeyError("seen")
drive(raised())
async def leaves():
    for i in range(3):
        async with Manager("5.%d" % i):
            if i == 0: continue
            if i == 1: break
    async with Manager("6"):
        return "returned"
drive(leaves())
class Failing(Manager):
    async def __aexit__(self, *exc): raise ValueError("in exit")
async def twice():
    async with Failing("7"):
        raise KeyError("first")
drive(twice())
print("--- dropped inside")
async def waits():
    async with Manager("8"):
        try:
            await Pause("body")
        finally:
            print("body ends")
c = waits()
print(c.send(None), c.send(None))
c = None
print("end")
