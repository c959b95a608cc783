import asyncio
import warnings

warnings.simplefilter("always")


class Holder:
    def __del__(self):
        print("holder freed, loop closed:", self.loop.is_closed())


def leave():
    loop = asyncio.new_event_loop()
    print(loop)
    loop.run_until_complete(asyncio.sleep(0))


leave()
import gc

gc.collect()
print("left one")
holder = Holder()
holder.loop = asyncio.new_event_loop()
holder.loop.holder = holder
