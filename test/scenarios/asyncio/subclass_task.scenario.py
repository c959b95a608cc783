import asyncio


class MyTask(asyncio.Task):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = "attribute"

    def cancel(self, msg=None):
        print("cancelling", self.get_name())
        return super().cancel(msg)

    def __del__(self):
        print("my task dies", self.get_name())
        super().__del__()


class MyFuture(asyncio.Future):
    def set_result(self, value):
        print("result", value)
        super().set_result(value)


def factory(loop, coro, **kwargs):
    return MyTask(coro, loop=loop, **kwargs)


async def sleeps():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = asyncio.create_task(sleeps(), name="one")
    await asyncio.sleep(0)
    print(type(task).__name__, task.extra, task.__dict__)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    del task
    future = MyFuture()
    loop.call_soon(future.set_result, 4)
    print(await future, type(future).__name__)
    asyncio.create_task(sleeps(), name="left")


asyncio.run(main())
