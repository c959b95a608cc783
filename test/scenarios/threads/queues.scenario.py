# Work handed over by queues; what a queue still holds at the exit is freed with it.
import queue
import threading


class Task:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print('freed', self.number)


def work(tasks, results):
    while True:
        task = tasks.get()
        if task is None:
            break
        results.put(task.number * 10)
        tasks.task_done()
    print('worker leaves')


for kind in (queue.Queue, queue.SimpleQueue):
    tasks, results = queue.Queue(), kind()
    worker = threading.Thread(target=work, args=(tasks, results))
    worker.start()
    for number in range(3):
        tasks.put(Task(number))
    tasks.join()
    print([results.get() for _ in range(3)])
    tasks.put(None)
    worker.join()
    for wait in (lambda: results.get(block=False), lambda: results.get(timeout=0.01)):
        try:
            wait()
        except queue.Empty:
            print('empty')
left = queue.LifoQueue(maxsize=1)
left.put(Task(100))
try:
    left.put(Task(101), timeout=0.01)
except queue.Full:
    print('full')
