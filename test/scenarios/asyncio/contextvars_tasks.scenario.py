import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


class Value:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("value freed", self.name)


async def child(n):
    before = var.get()
    var.set(f"child {n}")
    await asyncio.sleep(0)
    return before, var.get()


async def main():
    var.set("main")
    print(await asyncio.gather(child(1), child(2)), var.get())
    asyncio.get_running_loop().call_soon(lambda: print("callback sees", var.get()))
    var.set("changed")
    await asyncio.sleep(0)
    context = contextvars.copy_context()
    context.run(var.set, "given")
    task = asyncio.create_task(child(3), context=context)
    print(await task, context[var])
    token = var.set(Value("held by a context"))
    ctx = contextvars.copy_context()
    var.reset(token)
    print("reset", var.get())
    del ctx, token
    print("deleted")
    var.set(Value("in the task's context"))


asyncio.run(main())
print(var.get())
