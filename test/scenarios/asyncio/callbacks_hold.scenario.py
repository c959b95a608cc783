import asyncio
import weakref


class Payload:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("free", self.name)

    def callback(self, future):
        print("callback of", self.name, future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(Payload("bound").callback)
    payload = Payload("closure")
    future.add_done_callback(lambda f, p=payload: print("lambda", p.name))
    del payload
    print("waiting")
    future.set_result(1)
    print("set")
    await asyncio.sleep(0)
    print("called")
    handle = loop.call_later(50, Payload("cancelled timer").callback)
    handle.cancel()
    print("cancelled", handle.cancelled())
    later = loop.call_later(60, Payload("timer").callback)
    loop.call_soon(print, Payload("argument").name)
    task = asyncio.create_task(asyncio.sleep(0, Payload("result")))
    ref = weakref.ref(await task)
    print("task done", ref().name)
    del task
    print("task gone", ref())


asyncio.run(main())
print("end")
