# sys.exit with a text: it goes to stderr, the status is 1.
import sys

class N:
    def __del__(self): print("freed after the message")

def leave():
    n = N()
    sys.exit("stopped: é")

print("before")
leave()
