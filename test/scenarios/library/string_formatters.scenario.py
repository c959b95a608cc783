# Template and Formatter subclasses; values whose __format__ and __str__ see the end of other values.
import string


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        if spec == "words":
            return f"{self.amount} coins"
        return format(self.amount, spec or ".2f")

    def __del__(self):
        print("money", self.amount, "goes")


print("{:words}".format(Money(1)), "{:>8}".format(Money(2)), "{}".format(Money(3)), "{!s:.5}".format("abcdefgh"))
print(f"{Money(4)} {Money(5):words}")


class Bash(string.Template):
    delimiter = "@"
    idpattern = "[a-z.]+"
    flags = 0


print(Bash("@name.first @{name.last} @@ @NAME").safe_substitute({"name.first": "Ada", "name.last": "L."}))


class Braces(string.Template):
    pattern = r"""
    \[\[(?:
      (?P<escaped>\[\[)|
      (?P<named>[_a-z]+)\]\]|
      (?P<braced>[_a-z]+)\]\]|
      (?P<invalid>)
    )
    """


print(Braces("hello [[who]], [[[[").substitute(who="world"))
try:
    Braces("line\nbad [[5]]").substitute()
except ValueError as error:
    print(error)
mapping = {"money": Money(6)}
template = string.Template("have $money or $other")
print(template.safe_substitute(mapping, other="nothing"))
try:
    template.substitute(mapping)
except KeyError as error:
    print("missing", error)
mapping.clear()


class Attributes(string.Formatter):
    def get_field(self, name, args, kwargs):
        try:
            return super().get_field(name, args, kwargs)
        except (AttributeError, KeyError, IndexError) as error:
            return f"[{type(error).__name__} {name}]", None

    def format_field(self, value, spec):
        if spec.startswith("list"):
            return ", ".join(map(str, value))
        return super().format_field(value, spec)


f = Attributes()
print(f.format("{0.real} {0.nothing} {1[k]} {1[z]} {2} {x:list}", 5, {"k": "v"}, x=[1, 2]))
print(f.vformat("{} {} {a}", (1, 2), {"a": 3}))
try:
    f.format("{!z}", 1)
except ValueError as error:
    print(error)
try:
    string.Formatter().format("{0:{1:{2}}}", 1, 2, 3)
except ValueError as error:
    print(error)
print(string.Formatter().format("{0:{width}.{prec}f}|{1!r:>6}|{{}}", 3.14159, "s", width=8, prec=2))


class Missing(dict):
    def __missing__(self, key):
        return "{" + key + "}"


print("{a} {b} {b}".format_map(Missing(a=1)), string.Template("$a ${b}").substitute(Missing(a=2)))


class Index:
    def __getitem__(self, key):
        return f"item {key!r}"

    def __getattr__(self, name):
        return f"attribute {name}"


print("{0[1]} {0[key]} {0[-1]} {0.x} {0.x[0]}".format(Index()))
last = Money(7)
