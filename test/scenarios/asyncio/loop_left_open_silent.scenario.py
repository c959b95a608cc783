import asyncio


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("resource", self.name)


async def main(resource):
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main(Resource("a")))
loop.call_soon(print, Resource("never called"))
loop.call_later(100, print, Resource("late"))
print("done")
