# Standard output that was closed: print fails, and the exit does not mind.
import sys
print("before")
sys.stdout.close()
for use in (lambda: print("x"), lambda: sys.stdout.flush(), lambda: sys.stdout.write("x"), lambda: sys.stdout.fileno()):
    try:
        use()
    except ValueError as error:
        print(error, file=sys.stderr)
print(sys.stdout, sys.stdout.closed, file=sys.stderr)
class N:
    def __del__(self): print("a finaliser at the exit")
n = N()
