import asyncio


async def inner():
    await asyncio.sleep(0)
    raise ZeroDivisionError("inner")


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer(), name="outer")
    await asyncio.sleep(0)
    task.print_stack()
    print([frame.f_code.co_name for frame in task.get_stack()])
    try:
        await task
    except ZeroDivisionError as error:
        depth, tb = [], error.__traceback__
        while tb:
            depth.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(depth)
    print([frame.f_code.co_name for frame in task.get_stack()])
    await outer()


asyncio.run(main())
