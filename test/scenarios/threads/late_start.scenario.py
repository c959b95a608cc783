# From some point of the exit on no thread can be started; which one depends on the version.
import atexit
import threading


def late(where):
    print('run from', where)


def start(where):
    try:
        thread = threading.Thread(target=late, args=(where,))
        thread.start()
        thread.join()
        print(where, 'done')
    except RuntimeError as error:
        print(where, type(error).__name__, error)


threading._register_atexit(start, 'before joining')
atexit.register(start, 'an exit callback')
