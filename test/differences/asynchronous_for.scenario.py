# `async for` and `async with` are refused.
# Cause: they need an event loop, and `asyncio` is not modelled yet.
# Workaround: coroutines, `await` and `send` work.
# CPython: 1
# Exit Lens: refused: asynchronous iteration
class Once:
    def __aiter__(self):
        return self
    async def __anext__(self):
        print(1)
        raise StopAsyncIteration
async def work():
    async for item in Once():
        pass
try:
    work().send(None)
except StopIteration:
    pass
