import asyncio


async def ok(n):
    await asyncio.sleep(n / 10)
    print("ok", n)
    return n


async def fails(n):
    await asyncio.sleep(n / 10)
    raise ValueError(n)


async def main():
    try:
        await asyncio.gather(ok(3), fails(1), fails(2))
    except ValueError as error:
        print("first", error)
    await asyncio.sleep(0.3)
    print(await asyncio.gather(ok(1), fails(2), return_exceptions=True))
    group = asyncio.gather(ok(5), ok(6))
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("gather cancelled", group)
    print(await asyncio.gather())
    same = ok(0)
    print(await asyncio.gather(same, same))
    done, pending = await asyncio.wait([asyncio.create_task(fails(0)), asyncio.create_task(ok(1))], return_when=asyncio.FIRST_EXCEPTION)
    print([type(t.exception()).__name__ for t in done], len(pending))
    done, pending = await asyncio.wait([asyncio.create_task(ok(1)), asyncio.create_task(ok(2))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for bad in ([], [1]):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
