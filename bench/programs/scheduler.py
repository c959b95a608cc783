"""Tasks that hand packets to each other: many small methods on objects of several classes."""


class Packet:
    def __init__(self, kind, payload):
        self.kind = kind
        self.payload = payload
        self.next = None


class Queue:
    def __init__(self):
        self.first = None
        self.last = None
        self.size = 0

    def put(self, packet):
        packet.next = None
        if self.first is None:
            self.first = packet
        else:
            self.last.next = packet
        self.last = packet
        self.size += 1

    def take(self):
        packet = self.first
        self.first = packet.next
        self.size -= 1
        return packet

    def is_empty(self):
        return self.first is None


class Task:
    def __init__(self, name, scheduler):
        self.name = name
        self.scheduler = scheduler
        self.queue = Queue()
        self.handled = 0

    def receive(self, packet):
        self.queue.put(packet)

    def step(self):
        if self.queue.is_empty():
            return False
        packet = self.queue.take()
        self.handled += 1
        self.handle(packet)
        return True

    def handle(self, packet):
        raise NotImplementedError


class Worker(Task):
    def handle(self, packet):
        packet.payload += len(self.name)
        if packet.payload < 120:
            self.scheduler.route(packet, self)


class Device(Task):
    def __init__(self, name, scheduler):
        super().__init__(name, scheduler)
        self.kinds = {}

    def handle(self, packet):
        self.kinds[packet.kind] = self.kinds.get(packet.kind, 0) + 1
        if packet.payload < 120:
            packet.payload += 1
            self.scheduler.route(packet, self)


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.routed = 0

    def add(self, task):
        self.tasks.append(task)
        return task

    def route(self, packet, sender):
        self.routed += 1
        target = self.tasks[(packet.kind + packet.payload) % len(self.tasks)]
        if target is sender:
            target = self.tasks[0]
        target.receive(packet)

    def run(self):
        busy = True
        while busy:
            busy = False
            for task in self.tasks:
                if task.step():
                    busy = True


def work():
    scheduler = Scheduler()
    for name in ("a", "bc", "def"):
        scheduler.add(Worker(name, scheduler))
        scheduler.add(Device(name, scheduler))
    for i in range(30):
        scheduler.route(Packet(i % 4, i), None)
    scheduler.run()
    return scheduler.routed, [task.handled for task in scheduler.tasks]


def main(scale=1):
    for _ in range(scale - 1):
        work()
    return work()
