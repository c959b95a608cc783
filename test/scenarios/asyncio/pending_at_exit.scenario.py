import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("free", self.name)


async def waits(name):
    noisy = Noisy(name)
    try:
        await asyncio.Event().wait()
    finally:
        print("finally", name)


loop = asyncio.new_event_loop()
first = loop.create_task(waits("first"))
loop.create_task(waits("second"))
loop.run_until_complete(asyncio.sleep(0))
print(len(asyncio.all_tasks(loop)))
print("end of file")
