# Timers and sleep: waiting threads go on in the order of their times.
import threading
import time

order = []


def note(name, delay):
    time.sleep(delay)
    order.append(name)


threads = [threading.Thread(target=note, args=(name, delay)) for name, delay in (('slow', 0.3), ('quick', 0.1), ('middle', 0.2))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order)
timer = threading.Timer(0.05, lambda: print('timer'))
timer.start()
timer.join()
cancelled = threading.Timer(5, lambda: print('never'))
cancelled.start()
cancelled.cancel()
cancelled.join()
before = time.monotonic()
time.sleep(0.1)
print(0.1 <= time.monotonic() - before < 5)
