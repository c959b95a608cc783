import asyncio


async def counter(state):
    state["n"] = state.get("n", 0) + 1
    return state["n"]


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        print("background is cancelled")


async def starts():
    asyncio.create_task(background(), name="background")
    await asyncio.sleep(0)


async def failing():
    raise OSError("out")


state = {}
with asyncio.Runner() as runner:
    print(runner.run(counter(state)), runner.run(counter(state)))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    runner.run(starts())
    try:
        runner.run(failing())
    except OSError as error:
        print("OSError", error)
print(loop.is_closed())
try:
    runner.run(counter(state))
except RuntimeError as error:
    print(error)
asyncio.run(starts())


async def nested():
    coroutine = counter(state)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(nested())
for wrong in (5, counter):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
