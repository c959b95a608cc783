import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, lambda: (print("handled in the loop"), stop.set()))
    loop.call_later(0.1, signal.raise_signal, signal.SIGUSR1)
    await stop.wait()
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    for wrong in (signal.SIGKILL, 1000):
        try:
            loop.add_signal_handler(wrong, print)
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)


async def interrupted():
    try:
        asyncio.get_running_loop().call_later(0.1, signal.raise_signal, signal.SIGINT)
        await asyncio.sleep(10)
    finally:
        print("cleaning up")


asyncio.run(main())
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
