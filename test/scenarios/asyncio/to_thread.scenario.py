import asyncio
import concurrent.futures
import contextvars
import threading
import time

var = contextvars.ContextVar("var")


def blocking(n):
    time.sleep(n)
    return n, threading.current_thread() is threading.main_thread(), var.get("none")


def failing():
    raise ValueError("in a thread")


async def main():
    loop = asyncio.get_running_loop()
    var.set("carried")
    print(await asyncio.to_thread(blocking, 0.1))
    print(await loop.run_in_executor(None, blocking, 0.1))
    with concurrent.futures.ThreadPoolExecutor(2, "pool") as pool:
        started = loop.time()
        print(await asyncio.gather(*(loop.run_in_executor(pool, blocking, n) for n in (0.3, 0.2))))
        print(round(loop.time() - started, 1))
    try:
        await asyncio.to_thread(failing)
    except ValueError as error:
        print("ValueError", error)
    future = loop.create_future()

    def other():
        loop.call_soon_threadsafe(future.set_result, "from a thread")

    thread = threading.Thread(target=other)
    thread.start()
    print(await future)
    thread.join()

    async def answer():
        return threading.current_thread() is threading.main_thread()

    def submits():
        return asyncio.run_coroutine_threadsafe(answer(), loop).result()

    print(await asyncio.to_thread(submits))


asyncio.run(main())
print([t.name for t in threading.enumerate()])
