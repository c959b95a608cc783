# Replaced streams: when they die, and where late output goes.
import sys

class Tee:
    def __init__(self, name, target): self.name, self.target = name, target
    def write(self, text): return self.target.write(f"[{self.name}]{text}" if text.strip() else text)
    def flush(self): pass
    def __del__(self): sys.__stdout__.write(f"stream {self.name} freed\n")

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

sys.stdout = Tee("out", sys.stdout)
sys.stderr = Tee("err", sys.stdout)
n = N("global")
print("through the tee")
print("an error line", file=sys.stderr)
