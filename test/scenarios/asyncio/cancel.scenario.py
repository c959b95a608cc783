import asyncio


async def sleeper(log, swallow=False):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log.append(("cancelled", error.args))
        if not swallow:
            raise
        return "swallowed"
    finally:
        log.append("finally")


async def main():
    log = []
    task = asyncio.create_task(sleeper(log))
    await asyncio.sleep(0)
    print(task.cancel("reason"), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, task.cancelled())
    print(log)
    log = []
    task = asyncio.create_task(sleeper(log, True))
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    print(await task, log, task.cancelled())
    early = asyncio.create_task(sleeper([]))
    print(early.cancel(), early._must_cancel)
    results = await asyncio.gather(early, return_exceptions=True)
    print(results)

    async def self_cancel():
        asyncio.current_task().cancel()
        return "too late"

    try:
        print(await asyncio.create_task(self_cancel()))
    except asyncio.CancelledError:
        print("cancelled although it returned")


asyncio.run(main())
