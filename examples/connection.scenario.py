"""A connection says goodbye in its finaliser, which runs when imports no longer work."""


class Connection:
    def __init__(self, host):
        self.host = host

    def __del__(self):
        import time

        print("closed", self.host, "at", time.time() > 0)


connection = Connection("database")
print("connected to", connection.host)
