# Threads started with `_thread` itself: nobody waits for them, and their errors are not raised.
import _thread
import time


def work(lock, *names, **more):
    print(names, sorted(more.items()))
    lock.release()
    raise ValueError('nobody hears')


lock = _thread.allocate_lock()
lock.acquire()
ident = _thread.start_new_thread(work, (lock, 'a', 'b'), {'c': 1})
lock.acquire()
time.sleep(0.2)
print(_thread._count(), ident != _thread.get_ident())
_thread.start_new_thread(_thread.exit, ())
time.sleep(0.2)
for arguments in ((), (1, ()), (print, []), (print, (), 3)):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
