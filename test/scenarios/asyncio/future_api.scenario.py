import asyncio


def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future._callbacks, future._result, future._exception, future._log_traceback)
    show(future.result)
    show(future.exception)
    show(lambda: future.set_exception(StopIteration))
    show(lambda: future.set_exception(5))
    show(lambda: setattr(future, "_log_traceback", True))
    show(lambda: delattr(future, "_log_traceback"))
    calls = []
    one, two = calls.append, lambda f: calls.append(("two", f.result()))
    future.add_done_callback(one)
    future.add_done_callback(two)
    future.add_done_callback(two)
    print(len(future._callbacks), future.remove_done_callback(two), len(future._callbacks))
    future.add_done_callback(two)
    future.set_result([1])
    print(calls, future)
    await asyncio.sleep(0)
    print(calls[0] is future, calls[1], future._callbacks)
    show(lambda: future.set_result(1))
    show(lambda: future.set_exception(ValueError()))
    show(future.cancel)
    print(await future, await future)
    failed = loop.create_future()
    failed.set_exception(KeyError("k"))
    print(failed, failed._log_traceback, repr(failed.exception()), failed._log_traceback)
    show(failed.result)
    gone = loop.create_future()
    print(gone.cancel("why"), gone.cancelled(), gone._cancel_message, gone)
    show(gone.result)
    show(gone.exception)
    print(asyncio.isfuture(gone), asyncio.isfuture(1), asyncio.Future[int], asyncio.Task[int])
    show(lambda: asyncio.Future.__new__(asyncio.Future).result())
    show(lambda: asyncio.Future.__new__(asyncio.Future).set_result(1))
    show(lambda: repr(asyncio.Future.__new__(asyncio.Future)))
    show(lambda: asyncio.Future(1))
    show(lambda: asyncio.Future(loop=None).get_loop() is loop)
    show(lambda: asyncio.Task())
    show(lambda: asyncio.Task(5, loop=loop))


asyncio.run(main())
