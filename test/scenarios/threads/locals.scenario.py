# Thread-local values die when their thread ends, or with the object that keeps them.
import threading


class Value:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


class Settings(threading.local):
    level = 'class'

    def __init__(self, first, second=None):
        print('init', first, second)
        self.first = first


data = threading.local()
settings = Settings('a', second='b')


def work(name):
    print(hasattr(data, 'value'), settings.first, settings.level)
    data.value = Value(name)
    settings.first = name
    settings.level = name
    print(sorted(vars(data)), settings.first, settings.level)


data.value = Value('main')
for name in ('one', 'two'):
    thread = threading.Thread(target=work, args=(name,))
    thread.start()
    thread.join()
    print('joined', name, data.value.name, settings.first, settings.level)
del data.value
try:
    data.value
except AttributeError as error:
    print(error)
data.value = Value('left for the exit')


class Failing(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise ValueError('not here')


failing = Failing()


def touch():
    for _ in range(2):
        try:
            failing.x
        except ValueError as error:
            print('ValueError:', error)


thread = threading.Thread(target=touch)
thread.start()
thread.join()
