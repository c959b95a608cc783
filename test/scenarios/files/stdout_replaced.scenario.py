# Something else as sys.stdout: print's calls, the flush at the exit, None, and no stream at all.
import sys
from _io import StringIO
original = sys.stdout
class Out:
    def __init__(self, name): self.name = name
    def write(self, text): original.write("[%s %r]" % (self.name, text))
    def flush(self): original.write("<flush %s>" % self.name)
    def __del__(self): original.write("<del %s>\n" % self.name)
sys.stdout = Out("first")
print("a", 1, sep="-", flush=True)
print()
sys.stdout = StringIO()
print("kept")
text = sys.stdout.getvalue()
sys.stdout = None
print("nowhere")
sys.stdout = original
print(repr(text))
del sys.stdout
try:
    print("lost")
except RuntimeError as error:
    original.write(str(error) + "\n")
sys.stdout = Out("last")
