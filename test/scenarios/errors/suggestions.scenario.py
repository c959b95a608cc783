"""Names that are offered instead of wrong ones, and those that are not."""
import sys


class Thing:
    def __init__(self):
        self.visible = 1
        self._hidden = 2
        self.inner = Inner()

    def bare(self):
        return visible

    def hidden(self):
        return self.hidde

    @property
    def broken(self):
        return self.mising

    def mising2(self):
        pass


class Inner:
    def __init__(self):
        self.within = 1


class OwnError(NameError):
    pass


near_global = 1


def local_first():
    near_globa1 = 2
    return near_globa


def unset_local():
    if False:
        nearby = 1
    return nearb


def deleted():
    present = 1
    del present
    return presen


def in_class():
    class Body:
        attribute1 = 1
        attribute2 = attribute3


def free():
    captured = 1

    def nested():
        captured
        return capture

    return nested()


def own_error():
    raise OwnError("own", name="near_globa")


def empty_message():
    raise NameError("", name="near_globa")


def text_only():
    raise NameError("near_globa")


cases = [
    local_first, unset_local, deleted, in_class, free, own_error, empty_message, text_only,
    lambda: Thing().bare(), lambda: Thing().hidden(), lambda: Thing().broken, lambda: Thing().visibl, lambda: Thing().hidden_, lambda: Thing()._hiden,
    lambda: Thing.visible, lambda: Thing().within, lambda: [].push, lambda: (1,).append, lambda: "".toUpperCase, lambda: {}.put,
    lambda: {}.key, lambda: 1.0.__or__, lambda: None.x, lambda: math.pi, lambda: collection, lambda: prnt, lambda: Prnt, lambda: lenn("x"), lambda: x,
    lambda: a_name_that_is_much_longer_than_any_other_name_here_can_be,
]
for case in cases:
    try:
        case()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
