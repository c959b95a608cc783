# Asynchronous managers, driven by hand.
import contextlib
import gc


class Wait:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        yield self.name
        return self.name.upper()


def drive(coroutine):
    waited = []
    try:
        while True:
            waited.append(coroutine.send(None))
    except StopIteration as stop:
        return waited, stop.value


class Connection:
    def __init__(self, name):
        self.name = name

    async def aclose(self):
        print("aclose", await Wait(self.name))

    async def __aenter__(self):
        print("aenter", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        print("aexit", self.name, kind and kind.__name__)

    def __del__(self):
        print("connection", self.name, "goes")


@contextlib.asynccontextmanager
async def session(name):
    connection = Connection(name)
    try:
        await Wait("open")
        yield connection
    except ValueError as error:
        print("handled", error)
    finally:
        await Wait("close")
        print("session", name, "over")


async def simple():
    async with session("one") as connection:
        print("in", connection.name)
    async with session("two"):
        raise ValueError("bad")
    return "done"


print(drive(simple()))


async def stacked():
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(Connection("a"))
        await stack.enter_async_context(session("b"))
        stack.callback(print, "plain callback")

        async def goodbye(text):
            print("goodbye", text, await Wait("g"))

        stack.push_async_callback(goodbye, "x")
        stack.enter_context(contextlib.nullcontext())
        print("inside")
    return "unwound"


print(drive(stacked()))


async def closing():
    async with contextlib.aclosing(Connection("c")) as connection:
        print(connection.name)

    async def numbers():
        try:
            for n in range(5):
                yield n
        finally:
            print("numbers closed")

    async with contextlib.aclosing(numbers()) as values:
        async for value in values:
            if value == 2:
                break
    print("after")


print(drive(closing()))


async def replaced():
    try:
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_exit(Connection("pushed"))
            raise KeyError("inside")
    except KeyError as error:
        return repr(error)


print(drive(replaced()))
print(drive(contextlib.nullcontext(5).__aenter__()))
gc.collect()
unfinished = stacked()
print(unfinished.send(None))
