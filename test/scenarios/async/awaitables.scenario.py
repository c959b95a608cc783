# What can be awaited, and what is said of what cannot.
def report(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    except Exception as error:
        print(type(error).__name__, error, "| cause:", repr(error.__cause__))
    else:
        print("waits")
        coroutine.close()

class Returns:
    def __init__(self, value): self.value = value
    def __await__(self): return self.value
class Iterates:
    def __await__(self): return iter(())
class Fails:
    def __await__(self): raise KeyError("no")

async def nothing(): return 7
def generator(): yield 1

async def awaits(thing): return await thing

kept = nothing()
for thing in (nothing(), Iterates(), Returns(iter([])), Returns(3), Returns(kept), Fails(), 5, None, generator(), nothing):
    report(awaits(thing))
kept.close()

async def loops(thing):
    async for x in thing:
        print("item", x)
class Aiter:
    def __init__(self, value): self.value = value
    def __aiter__(self): return self.value
class Anext:
    def __init__(self, value): self.value = value
    def __aiter__(self): return self
    def __anext__(self): return self.value
for thing in ([1], Aiter(3), Aiter(Aiter(1)), Anext(3), Anext(Fails())):
    report(loops(thing))

async def enters(thing):
    async with thing as value:
        print("entered", value)
        return "left"
class Enter:
    async def __aenter__(self): return "E"
class Both(Enter):
    async def __aexit__(self, *exc): print("exit", exc)
class PlainEnter:
    def __aenter__(self): return 1
    def __aexit__(self, *exc): return None
class PlainExit(Enter):
    def __aexit__(self, *exc): return None
for thing in (Both(), Enter(), PlainEnter(), PlainExit(), 3):
    report(enters(thing))
class Sync:
    def __enter__(self): return 1
    def __exit__(self, *exc): return None
report(enters(Sync()))
def wrong(thing):
    try:
        with thing: pass
    except TypeError as error: print(error)
wrong(Both())
wrong(3)
for function in (aiter, anext):
    try: function(3)
    except TypeError as error: print(error)
try: aiter(Aiter(3))
except TypeError as error: print(error)
