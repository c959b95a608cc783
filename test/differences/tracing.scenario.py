# `sys.settrace` and `sys.setprofile` are refused, and with them debuggers.
# Cause: a trace function would run between the instructions of the model.
# Workaround: none.
# CPython: call
# Exit Lens: refused: sys.settrace
import sys
def work():
    pass
sys.settrace(lambda frame, event, argument: print(event))
work()
sys.settrace(None)
