# SystemExit in a finaliser does not leave the program.
class N:
    def __init__(self, code): self.code = code
    def __del__(self): raise SystemExit(self.code)

n = N(5)
del n
print("still running")
m = N("at exit")
