# Errors of finalisers in the stages of the exit.
import sys

class N:
    def __init__(self, name): self.name = name
    def __del__(self):
        raise ValueError("error of " + self.name)

g = N("a global")
c = N("a cycle"); c.me = c
d = N("a dead cycle"); d.me = d; del d
sys.attribute = N("an attribute of sys")
print("end")
