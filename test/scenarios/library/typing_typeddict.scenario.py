# TypedDict makes plain dicts; the class knows keys and what is required.
import typing


class Movie(typing.TypedDict):
    """A film."""
    title: str
    year: int


class Rated(Movie, total=False):
    stars: float


m: Movie = {"title": "Metropolis", "year": 1927}
made = Movie(title="M", year=1931)
print(m, made, type(made), made == {"title": "M", "year": 1931})
print(Movie.__annotations__, Movie.__total__, Rated.__total__)
print(sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__))
print(Movie.__name__, Movie.__bases__, Movie.__doc__, typing.is_typeddict(Rated), typing.is_typeddict(dict))
try:
    isinstance(m, Movie)
except TypeError as error:
    print(error)
try:
    class Wrong(Movie, dict):
        pass
except TypeError as error:
    print(error)


class Opt(typing.TypedDict):
    name: typing.Required[str]
    nick: typing.NotRequired[str]


print(sorted(Opt.__required_keys__), sorted(Opt.__optional_keys__))
print(typing.get_type_hints(Opt))
Alt = typing.TypedDict("Alt", {"in": int, "with-dash": str})
print(Alt.__annotations__, Alt({"in": 1}))


class Value:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("value", self.n, "goes")


class Box(typing.TypedDict):
    value: Value


box = Box(value=Value(1))
box.update(value=Value(2))
print("replaced")
