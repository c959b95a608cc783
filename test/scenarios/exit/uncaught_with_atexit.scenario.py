# An uncaught error is reported first, then the callbacks run; the status is 1.
import atexit
import sys

def callback():
    print("callback", sys.exc_info(), hasattr(sys, "last_value"), repr(sys.last_value))

atexit.register(callback)
try:
    raise KeyError("first")
finally:
    print("finally")
