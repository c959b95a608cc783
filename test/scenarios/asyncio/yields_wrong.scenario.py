import asyncio
import types


@types.coroutine
def yields(value):
    return (yield value)


async def wrong(value):
    try:
        await yields(value)
    except RuntimeError as error:
        print(str(error).split(" at 0x")[0].split(" coro=")[0])


def generator():
    yield


class Foreign:
    _asyncio_future_blocking = True

    def __init__(self, loop):
        self._loop = loop

    def add_done_callback(self, callback, *, context):
        print("callback added", context is not None)
        self._loop.call_soon(callback, self, context=context)

    def result(self):
        return "foreign result"

    def __await__(self):
        yield self
        return self.result()


async def awaits_itself():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(str(error).split(" <")[0])


async def main():
    await wrong(5)
    await wrong(None)
    await wrong(generator())
    await wrong(asyncio.get_running_loop().create_future())
    other = asyncio.new_event_loop()
    await asyncio.create_task(awaits_itself())

    async def other_loop():
        try:
            await other.create_future()
        except RuntimeError as error:
            print(str(error).rsplit("> ", 1)[1])

    await asyncio.create_task(other_loop())
    other.close()
    print(await Foreign(asyncio.get_running_loop()))
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
