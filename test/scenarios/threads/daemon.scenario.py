# A daemon thread that sleeps at the exit keeps what its frame holds, and the globals of its function.
import threading
import time


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


kept = Held('global')


def work():
    mine = Held('local')
    started.set()
    time.sleep(60)
    print('never printed', mine)


started = threading.Event()
threading.Thread(target=work, daemon=True).start()
started.wait()
print('end of main')
