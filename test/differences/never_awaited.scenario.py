# A coroutine that is dropped without ever having been awaited is dropped in silence.
# Cause: that warning needs the module `warnings`, which is not modelled yet.
# Workaround: await, or close, every coroutine.
# CPython: never_awaited.scenario.py:9: RuntimeWarning: coroutine 'work' was never awaited
# CPython:   work()
# CPython: RuntimeWarning: Enable tracemalloc to get the object allocation traceback
async def work():
    pass
work()
