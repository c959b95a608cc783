# The exit waits for threads that are no daemons, then calls the exit callbacks.
import atexit
import threading
import time


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name, 'by', threading.current_thread().name)


def work():
    mine = Held('local of the thread')
    time.sleep(0.05)
    print('working on', mine.name)


atexit.register(print, 'exit callback')
threading.Thread(target=work, name='late').start()
held = Held('global')
print('end of main')
