# os._exit: nothing runs, buffered output is lost, everything survives.
import os
import sys

class N:
    def __del__(self): print("never")

n = N()
print("lost in the buffer")
sys.stdout.flush()
print("lost too")
try:
    os._exit(7)
finally:
    print("not even finally")
