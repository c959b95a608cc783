# string.Template, string.Formatter and capwords.
import string


class Value:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return f"<{self.name}>"

    def __format__(self, spec):
        return f"{self.name}/{spec}"

    def __del__(self):
        print("value", self.name, "goes")


t = string.Template("$who likes ${what}s, $$5")
print(t.substitute(who="Tim", what="cat"), t.safe_substitute(who="Tim"), t.template)
print(t.get_identifiers() if hasattr(t, "get_identifiers") else None, t.is_valid())
print(t.substitute({"who": Value("v"), "what": 1}))
for wrong in (lambda: t.substitute(who=1), lambda: string.Template("$").substitute(), lambda: string.Template("a\n$ b").substitute()):
    try:
        wrong()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)


class Percent(string.Template):
    delimiter = "%"
    idpattern = r"[a-z]+_[a-z]+"


print(Percent("%with_under %notunder").safe_substitute(with_under="x"))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"no {key}")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


f = Default()
print(f.format("{0} {name} {missing} {name!u}", "a", name="n"))
print(f.format("{} {}", 1, 2), f.vformat("{x[0]} {x.real}", (), {"x": 3}) if False else f.format("{x[0]}", x=[7]))
print(list(string.Formatter().parse("a{b!r:>{c}}d{{}}")))
try:
    string.Formatter().format("{0} {}", 1)
except ValueError as error:
    print(error)
print(string.Formatter().format("{:>5}|{v:spec}", "x", v=Value("formatted")))
print(string.capwords("hello  big world"), string.ascii_lowercase[:3], string.digits, len(string.printable), string.whitespace == " \t\n\r\v\f")
kept = Value("kept")
