import asyncio
import gc
import weakref


class Service:
    def __init__(self, loop):
        self.loop = loop
        self.task = loop.create_task(self.run())

    async def run(self):
        self.event = asyncio.Event()
        await self.event.wait()

    def __del__(self):
        print("service freed")


def start():
    loop = asyncio.new_event_loop()
    service = Service(loop)
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    return weakref.ref(service), weakref.ref(loop)


service, loop = start()
print(service() is not None, loop() is not None)
print("collect")
gc.collect()
print(service(), loop())
