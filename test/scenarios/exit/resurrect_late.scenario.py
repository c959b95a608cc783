# Objects that save themselves while the interpreter exits.
import sys

class Global:
    def __del__(self):
        print("global saves itself in a list")
        saved.append(self)

class Sys:
    def __del__(self):
        sys.saved = self

class Again:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("again", self.n)
        if self.n < 3:
            saved.append(Again(self.n + 1))

saved = []
g = Global()
s = Sys()
a = Again(0)
