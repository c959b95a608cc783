class Client:
    def __init__(self, name="real"):
        self.name = name

    def ping(self):
        return f"ping of {self.name}"

    def __del__(self):
        print("client", self.name, "goes")


shared = Client("shared")


def greeting():
    return "hello"


def greet(name):
    return f"{greeting()} {name}"


def welcome(name):
    return greet(name) + ", welcome"


def make():
    return Client()


def use():
    return shared.ping()
