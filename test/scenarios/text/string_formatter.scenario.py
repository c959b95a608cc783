"""string.Formatter goes through a format string by the parser of str.format."""
import string


class Loud(string.Formatter):
    def get_value(self, key, args, kwargs):
        print("get", key)
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return super().convert_field(value, conversion)


print(Loud().format("{0} {name!r:>{width}} {{}}", 1, name="x", width=6))
print(list(string.Formatter().parse("a{b.c[0]!r:x{y}}d{{e}}")))
print(string.Formatter().get_field("0[key].real", [{"key": 5}], {}))
for format in ("{", "}", "{a!}", "{a!x}", "{a:{b}", "{0.}", "{0[}", "{2}", "{missing}"):
    try:
        print(string.Formatter().format(format, 1, a=2))
    except (ValueError, IndexError, KeyError) as error:
        print(format, type(error).__name__, error)
