# __post_init__, InitVar, init=False, kw_only and repr=False: what a dataclass does around its __init__.
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields


class Connection:
    def __init__(self, url):
        self.url = url

    def __del__(self):
        print("connection to", self.url, "goes")


@dataclass
class Client:
    url: str
    retries: int = 3
    _: KW_ONLY
    token: InitVar[str] = "none"
    secret: str = field(default="s3cret", repr=False)
    connection: Connection = field(init=False, repr=False, compare=False)
    log: list = field(default_factory=list, compare=False)

    def __post_init__(self, token):
        self.connection = Connection(f"{self.url}?{token}")
        self.log.append(f"opened with {token}")


a = Client("http://a", token="t1")
b = Client("http://a", secret="s3cret")
print(a, a == b, a.connection is b.connection)
print([f.name for f in fields(a)], Client.__match_args__)
print({f.name: (f.init, f.repr, f.compare, f.kw_only) for f in fields(Client)})
for wrong in (lambda: Client(), lambda: Client("u", 1, "t"), lambda: Client("u", nothing=1), lambda: Client("u", connection=None)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(hasattr(Client, "token"), Client.token, hasattr(Client, "log"), hasattr(Client, "connection"))
a.connection = b.connection
print("a shares the connection of b")
del b
print(a.connection.url)


@dataclass
class Base:
    name: str

    def __post_init__(self):
        print("base post init of", self.name)
        self.parts = []


@dataclass
class Derived(Base):
    owner: Connection = None

    def __post_init__(self):
        super().__post_init__()
        self.parts.append(self.owner)


d = Derived("d", Connection("owner"))
d.owner = None
print("the list still holds it:", d.parts[0].url)
d.parts.clear()


@dataclass
class Failing:
    resource: Connection

    def __post_init__(self):
        raise ValueError("refused " + self.resource.url)


try:
    Failing(Connection("failing"))
except ValueError as error:
    print(error)
print("end")
