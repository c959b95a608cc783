# Errors in finalisers are reported on stderr and the program goes on.
class Raises:
    def __init__(self, error): self.error = error
    def __del__(self):
        raise self.error

class Nested:
    def __del__(self):
        self.helper()
    def helper(self):
        try:
            {}["missing"]
        except KeyError as error:
            raise RuntimeError("wrapped") from error

class NotCallable:
    __del__ = 5

class WantsArgument:
    def __del__(self, more): pass

class Exits:
    def __del__(self): raise SystemExit(3)

class BadText:
    def __del__(self): raise Odd()

class Odd(Exception):
    def __str__(self): raise ValueError("no text")

Raises(ValueError("plain"))
print("one")
Raises(KeyError("k"))
Nested()
NotCallable()
WantsArgument()
Exits()
BadText()
print("two")
try:
    victim = Raises(TypeError("while another is handled"))
    raise IndexError("handled")
except IndexError as error:
    del victim
    print("still", error)
del NotCallable.__del__
print("end")
