import asyncio
import sys


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


print(sys.get_asyncgen_hooks())


async def main():
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter.__name__, hooks.finalizer.__name__)
    left = numbers()
    print(await anext(left))
    await asyncio.get_running_loop().shutdown_asyncgens()
    print("shut down")
    late = numbers()
    print(await anext(late))
    await late.aclose()
    async for n in numbers():
        print(n)


asyncio.run(main())
print(sys.get_asyncgen_hooks())
