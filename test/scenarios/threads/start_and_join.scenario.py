# A thread runs until it ends or waits; what it made dies with its frame, in the thread.
import threading


class Job:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name, 'by', threading.current_thread().name)


def work(name):
    job = Job(name)
    print('in', threading.current_thread().name, threading.current_thread() is threading.main_thread())
    results.append(job.name.upper())


results = []
for number in range(3):
    thread = threading.Thread(target=work, args=(f'job {number}',), name=f'worker {number}')
    print(thread.is_alive(), thread.ident)
    thread.start()
    thread.join()
    print(thread.is_alive(), thread.ident is not None)
print(results, threading.active_count())


class Counter(threading.Thread):
    def __init__(self):
        super().__init__(name='counter', daemon=False)
        self.total = 0

    def run(self):
        for i in range(100):
            self.total += i


counter = Counter()
counter.start()
counter.join(timeout=5)
print(counter.total, counter.is_alive())
for attempt in (counter.start, threading.current_thread().join, threading.Thread().join):
    try:
        attempt()
    except RuntimeError as error:
        print('RuntimeError:', error)
