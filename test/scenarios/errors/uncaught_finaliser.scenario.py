"""The locals of an uncaught error's frames are finalised while the exit still can import."""


class Finalised:
    def __del__(self):
        1 / 0


def fail():
    local = Finalised()
    try:
        {}["missing"]
    except KeyError:
        raise TypeError("uncaught")


in_globals = Finalised()
fail()
