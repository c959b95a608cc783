import asyncio
import gc


async def ticks(name):
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closing", name)
        await asyncio.sleep(0)
        print("closed", name)


async def main():
    async for i in ticks("broken off"):
        if i == 2:
            break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    left = ticks("left")
    print(await left.__anext__())
    cycle = [ticks("in a cycle")]
    cycle.append(cycle)
    print(await cycle[0].asend(None))
    del cycle
    print("collected", gc.collect() > 0)
    print("main is over")
    return left


left = asyncio.run(main())
print("after run")


async def never():
    agen = ticks("outside a loop")
    await agen.__anext__()
    return agen


loop = asyncio.new_event_loop()
agen = loop.run_until_complete(never())
loop.close()
print("end")
