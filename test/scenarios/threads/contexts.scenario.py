# Every thread has a context of its own; what it binds dies with the thread.
import contextvars
import threading


class Value:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


current = contextvars.ContextVar('current')
current.set(Value('main'))


def work():
    current.set(Value('thread'))
    print(current.get().name)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(current.get().name)
context = contextvars.copy_context()
thread = threading.Thread(target=context.run, args=(lambda: print(current.get().name),))
thread.start()
thread.join()
