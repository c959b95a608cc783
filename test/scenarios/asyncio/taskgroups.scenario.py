import asyncio


async def ok(n):
    await asyncio.sleep(n)
    return n


async def fails(message):
    await asyncio.sleep(0)
    raise ValueError(message)


async def stubborn(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(ok(n / 100)) for n in (2, 1)]
        print(repr(group))
    print([task.result() for task in tasks], repr(group))
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn(log))
            group.create_task(fails("one"))
            group.create_task(fails("two"))
    except* ValueError as caught:
        print(repr(caught), caught.exceptions, log)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn(log))
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as caught:
        print(caught.exceptions, log)
    late = ok(0)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(error)
    late.close()


asyncio.run(main())
