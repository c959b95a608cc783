# Locks, conditions, events, semaphores and barriers between threads that take turns.
import threading

lock = threading.Lock()
ready = threading.Condition(lock)
items = []


def consume():
    for _ in range(3):
        with ready:
            while not items:
                ready.wait()
            print('took', items.pop(0))


consumer = threading.Thread(target=consume)
consumer.start()
for item in 'abc':
    with ready:
        items.append(item)
        ready.notify()
consumer.join()

event = threading.Event()
print(event.wait(0.01), event.is_set())
waiter = threading.Thread(target=lambda: print('woken', event.wait()))
waiter.start()
event.set()
waiter.join()

slots = threading.BoundedSemaphore(2)
print(slots.acquire(), slots.acquire(), slots.acquire(timeout=0.01), slots.acquire(blocking=False))
slots.release()
slots.release()
try:
    slots.release()
except ValueError as error:
    print(error)

barrier = threading.Barrier(3)
passed = []


def pass_barrier():
    barrier.wait()
    passed.append(1)


runners = [threading.Thread(target=pass_barrier) for _ in range(2)]
for runner in runners:
    runner.start()
print(len(passed), barrier.n_waiting)
barrier.wait()
for runner in runners:
    runner.join()
print(len(passed), barrier.broken)
try:
    threading.Barrier(2, timeout=0.01).wait()
except threading.BrokenBarrierError:
    print('broken')

reentrant = threading.RLock()
with reentrant:
    with reentrant:
        blocked = []
        other = threading.Thread(target=lambda: blocked.append(reentrant.acquire(blocking=False)))
        other.start()
        other.join()
        print(blocked)
try:
    reentrant.release()
except RuntimeError as error:
    print(error)
timed = []
lock.acquire()
other = threading.Thread(target=lambda: timed.append(lock.acquire(timeout=0.01)))
other.start()
other.join()
print(timed, lock.locked())
other = threading.Thread(target=lambda: (lock.acquire(), print('has it'), lock.release()))
other.start()
lock.release()
other.join()
