# sys.set_asyncgen_hooks: who hears of the first use and of the end of an asynchronous generator.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def run(awaitable):
    try:
        while True: awaitable.send(None)
    except (StopIteration, StopAsyncIteration) as stop:
        return stop.args

async def numbers(name):
    held = N(name)
    try:
        yield 1
        yield 2
    finally:
        print("cleanup", name)

kept = []
def firstiter(g): print("first", g.__name__)
def finalizer(g):
    print("finalizer", g.__name__)
    kept.append(g)

print(tuple(sys.get_asyncgen_hooks()))
sys.set_asyncgen_hooks(firstiter, finalizer)
hooks = sys.get_asyncgen_hooks()
print(hooks.firstiter is firstiter, hooks[1] is finalizer, len(hooks))
del hooks

g = numbers("suspended")
print(run(g.asend(None)), run(g.asend(None)))
g = None
print("kept", len(kept))
print(run(kept[0].aclose()))
kept.clear()
print("--- exhausted")
g = numbers("exhausted")
for i in range(3): print(run(g.asend(None)))
g = None
print("--- unstarted")
g = numbers("unstarted")
g = None
g = numbers("hooked but unstarted")
g.aclose().close()
g = None
print(len(kept))
kept.clear()
print("--- failing")
def fails(g): raise KeyError(g.__name__)
sys.set_asyncgen_hooks(firstiter=fails, finalizer=None)
g = numbers("failing")
try: g.asend(None)
except KeyError as error: print(repr(error))
print(run(g.asend(None)))
g = None
sys.set_asyncgen_hooks(firstiter=None, finalizer=fails)
g = numbers("failing finalizer")
run(g.asend(None))
g = None
sys.set_asyncgen_hooks(None, None)
print(tuple(sys.get_asyncgen_hooks()))
for call in (lambda: sys.set_asyncgen_hooks(1), lambda: sys.set_asyncgen_hooks(finalizer=2), lambda: sys.set_asyncgen_hooks(1, 2, 3)):
    try: call()
    except TypeError as error: print(error)
# No hook: the generator is closed where it dies, and what it awaits then is lost.
g = numbers("plain")
run(g.asend(None))
g = None
class Pause:
    def __await__(self): yield
async def awaits_at_end():
    try: yield 1
    finally: await Pause()
g = awaits_at_end()
run(g.asend(None))
g = None
print("end")
