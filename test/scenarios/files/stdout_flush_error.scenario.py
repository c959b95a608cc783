# A flush that fails at the exit is reported, and makes the exit status 120.
import sys
class Out:
    def write(self, text): sys.__stdout__.write(text)
    def flush(self): raise OSError(28, "No space left")
sys.stdout = Out()
print("written")
