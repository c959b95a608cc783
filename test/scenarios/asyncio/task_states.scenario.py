import asyncio


async def work():
    await asyncio.sleep(0)
    return 5


async def failing():
    raise ValueError("no")


async def main():
    task = asyncio.create_task(work(), name="worker")
    print(task.done(), task.cancelled(), task.get_name(), task._state, task._fut_waiter)
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", error)
    try:
        task.exception()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", error)
    print(repr(task).split(" coro=")[0])
    print(await task, task.done(), task._state, task.exception())
    print(repr(task).split(" coro=")[0], repr(task).rsplit(" ", 1)[1])
    bad = asyncio.create_task(failing())
    try:
        await bad
    except ValueError as error:
        print("caught", error)
    print(bad.exception(), type(bad.get_coro()).__name__, bad.get_loop() is asyncio.get_running_loop())
    for method in (task.set_result, task.set_exception):
        try:
            method(1)
        except RuntimeError as error:
            print(error)
    task.set_name(17)
    print(repr(task.get_name()), asyncio.current_task().get_name())
    print(task.cancel(), bad.cancel())


asyncio.run(main())
