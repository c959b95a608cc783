# linecache and tracebacks of code that has no file: lazy sources by loaders, own entries, and what is kept of globals.
import linecache
import sys
import traceback
import weakref

SOURCE = "def fail(x):\n    held = Held('local')\n    return 1 // x\n\n\ndef again(x):\n    return fail(x)\n"


class Texts:
    def __init__(self, source):
        self.source = source
        self.asked = 0

    def get_source(self, name):
        self.asked += 1
        return self.source

    def __del__(self):
        print("texts go, asked", self.asked)


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("held", self.name, "goes")


namespace = {"__name__": "virtual", "__loader__": Texts(SOURCE), "Held": Held}
exec(compile(SOURCE, "<virtual>", "exec"), namespace)
try:
    namespace["again"](0)
except ZeroDivisionError as error:
    print([line.strip() for line in traceback.format_tb(error.__traceback__)][1:])
print(linecache.getline("<virtual>", 3))
linecache.clearcache()
print(linecache.lazycache("virtual.py", namespace), linecache.lazycache("<virtual>", namespace), namespace["__loader__"].asked)
print(repr(linecache.getline("virtual.py", 3)), namespace["__loader__"].asked, repr(linecache.getline("virtual.py", 99)))
linecache.cache["<own>"] = (len(SOURCE), None, SOURCE.splitlines(True), "<own>")
own = {"Held": Held}
exec(compile(SOURCE, "<own>", "exec"), own)
try:
    own["again"](0)
except ZeroDivisionError as error:
    text = "".join(traceback.format_exception(error))
    print("return 1 // x" in text, "held" not in text)
    summary = traceback.extract_tb(error.__traceback__)
    print(summary[-1].line, summary[-1].name, summary[-1].lineno, summary[-1].locals)
error = None
linecache.checkcache()
print("<own>" in linecache.cache)
frame_summary = traceback.FrameSummary("<own>", 2, "fail", lookup_line=False)
print(frame_summary.line, frame_summary[:3], frame_summary == ("<own>", 2, "fail", "held = Held('local')"))
print(linecache.getlines("no/such/file.py"), repr(linecache.getline(__file__, 1))[:30])
namespace.clear()
print("namespace cleared")
