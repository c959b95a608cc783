# sys.exit with a number, seen from its finally and from callbacks.
import atexit
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

atexit.register(lambda held=N("held by a callback"): print("callback"))
keep = N("global")

def leave():
    local = N("local")
    try:
        sys.exit(3)
    finally:
        print("finally")

for argument in (None, 0, "text", (1, 2), 300, -1):
    try:
        sys.exit(argument)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
try:
    raise SystemExit
except SystemExit as error:
    print(repr(error.code))
leave()
