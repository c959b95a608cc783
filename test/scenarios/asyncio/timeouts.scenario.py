import asyncio
import time


async def slow(log):
    try:
        await asyncio.sleep(10)
    finally:
        log.append("cleaned up")


async def main():
    log = []
    started = time.monotonic()
    try:
        await asyncio.wait_for(slow(log), 0.5)
    except TimeoutError as error:
        print("timed out", repr(error), log)
    print(round(time.monotonic() - started, 1))
    try:
        async with asyncio.timeout(0.25) as scope:
            await slow(log)
    except TimeoutError as error:
        print(type(error.__cause__).__name__, scope.expired(), log)
    async with asyncio.timeout(None) as scope:
        await asyncio.sleep(0)
        print(scope.when(), scope.expired(), scope)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
    except TimeoutError:
        print("deadline in the past")
    try:
        async with asyncio.timeout(10) as scope:
            scope.reschedule(asyncio.get_running_loop().time())
            await slow(log)
    except TimeoutError:
        print("rescheduled", scope)
    print(await asyncio.wait_for(asyncio.sleep(0.1, "in time"), 1))
    shielded = asyncio.create_task(asyncio.sleep(0.2, "shielded"))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.1)
    except TimeoutError:
        print(shielded.done(), await shielded)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(n)) for n in (0.1, 5)], timeout=1)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()


asyncio.run(main())
