import asyncio
import sys


async def quick(log):
    log.append("quick")
    return asyncio.current_task().get_name()


async def slow(log):
    log.append("before")
    await asyncio.sleep(0)
    log.append("after")


async def failing():
    raise ValueError("at once")


async def main():
    log = []
    loop = asyncio.get_running_loop()
    if sys.version_info < (3, 12):
        print("no eager tasks")
        return
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(quick(log), name="eager")
    print(task.done(), task.result(), log)
    task = asyncio.create_task(slow(log))
    print(task.done(), log, len(asyncio.all_tasks()), asyncio.current_task() is not task)
    await task
    print(log)
    bad = asyncio.create_task(failing())
    print(bad.done(), repr(bad.exception()))
    loop.set_task_factory(None)
    print(asyncio.create_task(quick(log)).done())


asyncio.run(main())
