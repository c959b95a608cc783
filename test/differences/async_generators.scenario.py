# Asynchronous generators are refused.
# Cause: they need an event loop, and `asyncio` is not modelled yet.
# Workaround: coroutines and their `send` work.
# CPython: async_generator
# Exit Lens: refused: asynchronous generators
async def numbers():
    yield 1
print(type(numbers()).__name__)
