# Exceptions through coroutines: tracebacks, contexts, finalisers, cycles.
import gc

class Pause:
    def __await__(self): yield "pause"

def frames(error):
    tb, names = error.__traceback__, []
    while tb is not None:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return names

async def deepest():
    await Pause()
    raise KeyError("deep")
async def middle():
    await deepest()
async def top():
    try:
        await middle()
    finally:
        print("top ends")

c = top()
c.send(None)
try: c.send(None)
except KeyError as error: print(frames(error))
c = top()
c.send(None)
try: c.throw(ValueError("thrown"))
except ValueError as error: print(frames(error))

async def handles():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            await Pause()
        except ValueError as error:
            print(repr(error.__context__))
            raise
c = handles()
c.send(None)
try:
    try: raise IndexError("outside")
    except IndexError: c.throw(ValueError("v"))
except ValueError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))

class N:
    def __del__(self): print("del N")
async def cyclic():
    held = N()
    try: await Pause()
    finally: print("cyclic ends")
c = cyclic()
c.send(None)
ring = [c]
ring.append(ring)
del c, ring
print(gc.collect() > 0)

async def agen():
    held = N()
    try:
        yield 1
    finally:
        print("agen ends")
a = agen()
try: a.asend(None).send(None)
except StopIteration: pass
ring = [a]
ring.append(ring)
del a, ring
gc.collect()
async def uncaught():
    await top()
u = uncaught()
u.send(None)
u.send(None)
