# os._exit in a finaliser, while the interpreter is being finalised.
import os

class N:
    def __init__(self, name): self.name = name
    def __del__(self, leave=os._exit, write=os.write):
        write(1, b"del " + self.name.encode() + b"\n")
        if self.name == "second":
            leave(4)

first = N("first")
second = N("second")
third = N("third")
