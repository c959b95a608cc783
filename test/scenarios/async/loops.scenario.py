# `async for`, comprehensions and generator expressions: order, what is let go of and when.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return "N(%s)" % self.name

class Pause:
    def __init__(self, value): self.value = value
    def __await__(self): return (yield self.value)

def drive(coroutine):
    waits = []
    try:
        while True: waits.append(coroutine.send(None))
    except StopIteration as stop:
        print("waits", waits, "value", stop.value)

async def many(count, name):
    held = N("held by " + name)
    for i in range(count):
        await Pause(i)
        yield N("%s%d" % (name, i))

async def main():
    async for n in many(2, "a"):
        print(n)
    else:
        print("else")
    del n
    print("--- break")
    async for n in many(3, "b"):
        break
    print("after break", n)
    del n
    print("--- list")
    items = [n async for n in many(2, "c")]
    print(items)
    del items
    print("--- others")
    print({n.name async for n in many(1, "d")}, {n.name: 1 async for n in many(1, "e")})
    print("--- filter, nested")
    print([(x.name, y) async for x in many(2, "f") if x.name != "f0" for y in (1, 2)])
    print("--- expression")
    later = (n.name async for n in many(2, "g"))
    print(type(later).__name__, later.__name__)
    async for name in later:
        print(name)
    del later
    print("--- await inside")
    print([await Pause("w%d" % i) for i in range(2)])
    print("--- continue, return")
    async for n in many(3, "h"):
        if n.name == "h0": continue
        return n.name

drive(main())
print("--- raising")
async def failing():
    async for n in many(2, "r"):
        raise KeyError(n.name)
try: drive(failing())
except KeyError as error: print("caught", error)
print("end")
