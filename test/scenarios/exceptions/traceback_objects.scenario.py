# Traceback and frame objects: lines, names, locals, and what they keep alive.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def low(item):
    local = N("low local")
    raise ValueError("deep")

def high():
    kept = N("high local")
    low(N("argument"))

try:
    high()
except ValueError as error:
    tb = error.__traceback__
    while tb:
        frame = tb.tb_frame
        print(
            tb.tb_lineno, frame.f_code.co_name,
            sorted(k for k in frame.f_locals if not k.startswith("__") and frame.f_code.co_name != "<module>"),
            frame.f_back and frame.f_back.f_code.co_name
        )
        tb = tb.tb_next
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error, sys.exception() is error)
    del frame
    print("end of the handler")
print("after", sys.exc_info())
try:
    high()
except ValueError as error:
    kept = error
print("kept")
kept = kept.with_traceback(None)
print("traceback dropped")
try:
    raise kept
except ValueError as error:
    print(error.__traceback__.tb_lineno, error is kept)

def current():
    frame = sys._getframe()
    caller = sys._getframe(1)
    return frame.f_code.co_name, caller.f_code.co_name, frame.f_lineno, caller.f_lineno, caller.f_globals is globals()

print(current())
try:
    sys._getframe(10)
except ValueError as error:
    print(error)
