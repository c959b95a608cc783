import asyncio


async def child():
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    future = loop.create_future()
    print(future._source_traceback is not None, future._source_traceback[-1].name)
    task = asyncio.create_task(child())
    print(task._source_traceback[-1].name)
    await task
    try:
        loop.call_soon("not callable")
    except TypeError as error:
        print(error)
    try:
        loop.call_soon(child)
    except TypeError as error:
        print(error)
    loop.set_exception_handler(lambda loop, context: print(sorted(context), context["source_traceback"][-1].name))
    future.set_exception(ValueError("lost in debug mode"))
    del future
    loop.set_debug(False)
    print(loop.create_future()._source_traceback)


asyncio.run(main(), debug=True)
