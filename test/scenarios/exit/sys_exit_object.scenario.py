# sys.exit with an object prints it; the object dies before the exit begins.
import sys

class Status:
    def __str__(self): return "status as text"
    def __del__(self): print("status freed")

class N:
    def __del__(self): print("global freed")

n = N()
sys.exit(Status())
