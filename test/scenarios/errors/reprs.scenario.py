"""What exceptions show of themselves: repr, str and args."""


class Plain(Exception):
    pass


class Outer:
    class Inner(ValueError):
        pass


class OwnStr(KeyError):
    def __str__(self):
        return "own str"


def shown(error):
    print(repr(error), "|", str(error), "|", error.args)


for args in (), ("one",), ("one", 2), ((1, 2),), ([],), ("",):
    shown(ValueError(*args))
    shown(KeyError(*args))
    shown(Plain(*args))
shown(Outer.Inner("nested"))
shown(OwnStr("key"))

error = ValueError("first")
error.args = ["second", 3]
shown(error)
for change in "error.args = 5", "del error.args", "error.__init__(1, a=2)", "ValueError(a=1)":
    try:
        exec(change)
    except TypeError as refused:
        print(change, "->", refused)
error.__init__("third")
shown(error)
print(ValueError.__new__(ValueError, "by new").args, ValueError() == ValueError())
