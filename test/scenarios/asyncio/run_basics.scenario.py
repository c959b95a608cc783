import asyncio


async def child(n):
    await asyncio.sleep(n / 100)
    return n * 2


async def main():
    print(await child(1))
    print(await asyncio.gather(child(3), child(1), child(2)))
    done, pending = await asyncio.wait({asyncio.create_task(child(i)) for i in (1, 2)})
    print(len(done), len(pending), sorted(t.result() for t in done))
    for future in asyncio.as_completed([child(3), child(1), child(2)]):
        print(await future, end=" ")
    print()
    return "done"


print(asyncio.run(main()))
