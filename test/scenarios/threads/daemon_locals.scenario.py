# The exit takes the thread-local values of a daemon thread, though not what its frame holds.
import contextvars
import threading
import time

Held = type('Held', (), {'__init__': lambda self, name: setattr(self, 'name', name), '__del__': lambda self: print('freed', self.name)})
data = threading.local()
current = contextvars.ContextVar('current')


def work():
    data.value = Held('thread-local')
    current.set(Held('context'))
    mine = Held('local')
    started.set()
    time.sleep(60)
    print('never printed', mine)


started = threading.Event()
threading.Thread(target=work, daemon=True).start()
started.wait()
print('end of main')
