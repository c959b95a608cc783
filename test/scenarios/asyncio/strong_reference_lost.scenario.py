import asyncio
import gc


class Client:
    def __init__(self, name):
        self.name = name

    async def listen(self):
        future = asyncio.get_running_loop().create_future()
        self.future = future
        try:
            await future
        finally:
            print("listen of", self.name, "ends")

    def __del__(self):
        print("client freed", self.name)


async def main():
    asyncio.create_task(Client("lost").listen())
    kept = Client("kept")
    task = asyncio.create_task(kept.listen())
    await asyncio.sleep(0)
    gc.collect()
    print("collected")
    kept.future.set_result(None)
    await task


asyncio.run(main())
print("over")
