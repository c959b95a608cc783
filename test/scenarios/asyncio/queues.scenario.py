import asyncio


class Job:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __del__(self):
        print("job freed", self.n)


async def worker(name, queue, log):
    while True:
        job = await queue.get()
        log.append((name, job.n))
        del job
        await asyncio.sleep(0)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    log = []
    for n in range(4):
        queue.put_nowait(Job(n))
    workers = [asyncio.create_task(worker(name, queue, log)) for name in "xy"]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(log, queue.qsize(), queue.empty())
    small = asyncio.Queue(1)
    small.put_nowait(1)
    for method in (lambda: small.put_nowait(2), asyncio.Queue().get_nowait):
        try:
            method()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(type(error).__name__)
    putter = asyncio.create_task(small.put(2))
    await asyncio.sleep(0)
    print(putter.done(), small.get_nowait(), await putter, small)
    first = asyncio.PriorityQueue()
    for n in (3, 1, 2):
        first.put_nowait(Job(n))
    print(first.get_nowait().n)
    stack = asyncio.LifoQueue()
    for n in (1, 2):
        stack.put_nowait(n)
    print(stack.get_nowait(), stack.get_nowait())
    getter = asyncio.create_task(stack.get())
    await asyncio.sleep(0)
    getter.cancel()
    return first


left = asyncio.run(main())
print("left", left.qsize())
