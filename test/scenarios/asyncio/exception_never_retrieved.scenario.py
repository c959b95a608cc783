import asyncio


async def failing(n):
    raise ValueError(n)


async def main():
    asyncio.create_task(failing(1))
    kept = asyncio.create_task(failing(2))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("lost"))
    del future
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still running")
    return kept


kept = asyncio.run(main())
print("run is over")
