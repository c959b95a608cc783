import asyncio
import weakref


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())
    tasks = [asyncio.create_task(work(n / 10), name=str(n)) for n in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()))
    refs = [weakref.ref(t, lambda r: print("task gone")) for t in tasks]
    await asyncio.gather(*tasks)
    print(len(asyncio.all_tasks()))
    tasks.clear()
    print([r() for r in refs])
    await asyncio.sleep(0)
    print([r() for r in refs])


asyncio.run(main())
try:
    asyncio.all_tasks()
except RuntimeError as error:
    print(error)
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
print(asyncio._get_running_loop())
