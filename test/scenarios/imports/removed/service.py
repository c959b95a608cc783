created = 0


class Service:
    class Error(Exception):
        pass

    def __init__(self, name):
        global created
        created += 1
        self.name = name

    def count(self):
        return f"{self.name} of {created}"

    def __del__(self):
        print(self.name, "goes; created is", created)


own = Service("module's own")
