# A pool of connections with context managers, errors and a finaliser that reports what was left open.
import atexit

class Connection:
    opened = 0
    def __init__(self, pool, number):
        Connection.opened += 1
        self.pool, self.number, self.closed = pool, number, False
    def __enter__(self): return self
    def __exit__(self, kind, value, traceback):
        self.close()
        return kind is TimeoutError
    def query(self, text):
        if self.closed:
            raise RuntimeError("connection is closed")
        if "slow" in text:
            raise TimeoutError(text)
        return [f"{self.number}:{part}" for part in text.split()]
    def close(self):
        if not self.closed:
            self.closed = True
            self.pool.release(self)
    def __del__(self):
        print("connection", self.number, "closed" if self.closed else "LEFT OPEN")

class Pool:
    def __init__(self, size): self.size, self.free, self.used = size, [], set()
    def acquire(self):
        if not self.free and len(self.used) >= self.size:
            raise OverflowError("pool exhausted")
        connection = self.free.pop() if self.free else Connection(self, Connection.opened + 1)
        connection.closed = False
        self.used.add(connection)
        return connection
    def release(self, connection):
        self.used.discard(connection)
        self.free.append(connection)
    @property
    def state(self): return len(self.free), len(self.used)

pool = Pool(2)
atexit.register(lambda: print("at exit", pool.state))
with pool.acquire() as first, pool.acquire() as second:
    print(first.query("select one"), second.query("select two"), pool.state)
    try:
        pool.acquire()
    except OverflowError as error:
        print(error)
print(pool.state)
with pool.acquire() as c:
    c.query("slow query")
print("timeout swallowed", pool.state)
try:
    first.query("late")
except RuntimeError as error:
    print(error)
leaked = pool.acquire()
other = Pool(1).acquire()
del other
print("end", pool.state)
