# Coroutines and methods of asynchronous generators that nobody awaits: warnings, once a line, and where they were made.
import sys

async def work(): pass
async def numbers(): yield 1

work()
print("dropped")
for i in range(2):
    work()
held = [work(), work()]
held.clear()
closed = work()
closed.close()
del closed
g = numbers()
g.asend(None)
g.athrow(KeyError)
g.aclose()
def makes():
    return work()
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(2)
c = makes()
print([(line, name) for filename, line, name in c.cr_origin])
del c
sys.set_coroutine_origin_tracking_depth(1)
c = makes()
print(len(c.cr_origin))
c.close()
for depth in (-1, "1"):
    try: sys.set_coroutine_origin_tracking_depth(depth)
    except (ValueError, TypeError) as error: print(error)
sys.set_coroutine_origin_tracking_depth(0)
print(work().cr_origin)
at_exit = work()
