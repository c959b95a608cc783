# Coroutines by hand: generators that are sent events, a scheduler, and one left unfinished.
class Task:
    def __init__(self, name, generator): self.name, self.generator, self.result = name, generator, None
    def __del__(self): print("task", self.name, "freed with", self.result)

class Scheduler:
    def __init__(self): self.ready, self.log = [], []
    def spawn(self, name, generator):
        task = Task(name, generator)
        self.ready.append((task, None))
        return task
    def run(self, steps=100):
        while self.ready and steps:
            steps -= 1
            task, value = self.ready.pop(0)
            try:
                request = task.generator.send(value)
            except StopIteration as stop:
                task.result = stop.value
                self.log.append(f"{task.name} done")
            except Exception as error:
                self.log.append(f"{task.name} failed: {error!r}")
            else:
                self.log.append(f"{task.name} asks {request}")
                self.ready.append((task, request * 2 if isinstance(request, int) else request))
        return steps

def worker(n):
    total = 0
    for i in range(n):
        total += yield i
    return total

def parent():
    first = yield from worker(3)
    try:
        second = yield from failing()
    except LookupError as error:
        second = str(error)
    return first, second

def failing():
    yield "about to fail"
    raise LookupError("failed inside")

def endless():
    try:
        while True:
            yield "again"
    finally:
        print("endless stopped")

scheduler = Scheduler()
scheduler.spawn("w", worker(2))
scheduler.spawn("p", parent())
scheduler.spawn("f", failing())
kept = scheduler.spawn("e", endless())
print(scheduler.run(20))
print(*scheduler.log, sep="\n")
print(len(scheduler.ready), kept.result)
