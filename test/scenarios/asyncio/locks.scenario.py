import asyncio


async def worker(lock, name, log):
    async with lock:
        log.append(f"{name}+")
        await asyncio.sleep(0.01)
        log.append(f"{name}-")


async def main():
    log = []
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(lock, n, log) for n in "abc"))
    print(log, lock.locked())
    log = []
    await asyncio.gather(*(worker(asyncio.Semaphore(2), n, log) for n in "ab"))
    print(sorted(log))
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(event.is_set(), waiter.done())
    event.set()
    print(await waiter)
    condition = asyncio.Condition()
    ready = []

    async def consumer():
        async with condition:
            await condition.wait_for(lambda: ready)
            return ready.pop()

    tasks = [asyncio.create_task(consumer()) for _ in range(2)]
    await asyncio.sleep(0)
    async with condition:
        ready.extend([1, 2])
        condition.notify_all()
    print(sorted(await asyncio.gather(*tasks)))
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier.wait() for _ in range(3)))))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    for thing in (lock, event, barrier, bounded):
        print(repr(thing).split(" at ")[0].split("object")[0], repr(thing)[repr(thing).index("["):])


asyncio.run(main())
