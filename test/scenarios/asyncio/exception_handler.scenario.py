import asyncio


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")), sorted(context))


def boom():
    raise RuntimeError("in a callback")


async def failing():
    raise LookupError("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(boom)
    await asyncio.sleep(0)
    loop.set_exception_handler(handler)
    loop.call_soon(boom)
    asyncio.create_task(failing())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "mine", "extra": 1})
    print(loop.get_exception_handler() is handler)

    def broken(loop, context):
        raise ZeroDivisionError("handler itself")

    loop.set_exception_handler(broken)
    loop.call_soon(boom)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
