# print: sep, end, file and flush, objects with their own text, and errors on the way.
import sys

class Out:
    def __init__(self): self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append("<flush>")

out = Out()
print("a", 1, None, sep="-", end="|", file=out)
print(file=out, flush=True)
print("x", "y", sep=None, end=None, file=out)
print(out.parts)
print("to stderr", file=sys.stderr)
print("a", "b", sep="")
print("no newline", end="")
print()
print("multi\nline\ttab")
print(*"abc", sep="\n")

class Text:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
class OnlyRepr:
    def __repr__(self): return "only repr"
class Bad:
    def __str__(self): raise ValueError("bad str")
class Wrong:
    def __str__(self): return 5
    def __repr__(self): return None

print(Text(), [Text()], (Text(),), {"k": Text()}, OnlyRepr(), f"{Text()} {Text()!r} {Text()!s}")
for action in (
    lambda: print("before", Bad()), lambda: print(Wrong()), lambda: repr(Wrong()), lambda: print("x", sep=5),
    lambda: print("x", file=5), lambda: print([Bad(), 1]), lambda: sys.stdout.write(5)
):
    try:
        action()
    except Exception as error:
        print()
        print(type(error).__name__, error)
print(sys.stdout.write("written\n"), sys.stderr.write("error text\n"))
saved = sys.stdout
sys.stdout = out
print("captured")
sys.stdout = saved
print(out.parts[-2:])
sys.stdout = None
print("to nowhere")
sys.stdout = saved
print("end")
