# linecache: lines of files and of texts that never were files.
import linecache
import traceback

name = "made-up.py"
source = "def f(x):\n    return 1 / x\n"
linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
print(repr(linecache.getline(name, 2)), repr(linecache.getline(name, 9)), repr(linecache.getline("no such file", 1)))
namespace = {}
exec(compile(source, name, "exec"), namespace)
try:
    namespace["f"](0)
except ZeroDivisionError as error:
    print([(frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)])
print(linecache.getlines(name))
own = linecache.getline(__file__, 1)
print(own.startswith("# linecache"), linecache.checkcache(name))
linecache.clearcache()
print(linecache.getline(name, 1) == "", name in linecache.cache)


class Texts:
    def get_source(self, name):
        print("asked for", name)
        return "line one\nline two\n"

    def __del__(self):
        print("loader goes")


module = {"__name__": "lazy", "__loader__": Texts()}
print(linecache.lazycache("lazy.py", module), linecache.lazycache("<string>", module))
del module
print(linecache.getline("lazy.py", 2))
linecache.clearcache()
print("end")
