import sys
import types


class Counting(types.ModuleType):
    _hits = 0

    @property
    def hits(self):
        self.__dict__["reads"] = self.__dict__.get("reads", 0) + 1
        return self._hits, self.reads

    @hits.setter
    def hits(self, value):
        if not isinstance(value, (int, tuple)):
            raise TypeError("hits is a number")
        self._hits = value

    def __del__(self):
        print("counting module goes")


sys.modules[__name__].__class__ = Counting
