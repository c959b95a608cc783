# os.path is string work: join, split, normalise, relate.
import os
import os.path
import posixpath


class Folder:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path

    def __del__(self):
        print("folder", self.path, "goes")


print(os.path.join("/a", "b", "c.txt"), os.path.join("a", "/b"), os.path.join(Folder("/x"), "y"), os.path.join("a", ""))
print(os.path.split("/a/b/c"), os.path.splitext("x.tar.gz"), os.path.splitext(".bashrc"), os.path.basename("/a/b/"), os.path.dirname("/a/b"))
print(os.path.normpath("/a/./b/../c//d"), os.path.isabs("/x"), os.path.isabs("x"), os.path.relpath("/a/b/c", "/a/d"))
print(os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.commonprefix(["abcd", "abxy"]), os.path.expanduser("~x/y")[:2])
os.environ["EXIT_LENS_DIR"] = "/data"
print(os.path.expandvars("$EXIT_LENS_DIR/x ${EXIT_LENS_DIR} $NOPE"), os.environ.pop("EXIT_LENS_DIR"))
for wrong in (lambda: os.path.join("a", b"b"), lambda: os.path.join(3), lambda: os.path.commonpath(["/a", "b"]), lambda: os.path.commonpath([])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(os.fspath(Folder("/f")), os.fsencode("x"), os.fsdecode(b"y"), os.path is posixpath, os.sep, os.extsep, os.linesep == "\n")
here = os.path.abspath(__file__)
print(os.path.exists(here), os.path.isfile(here), os.path.isdir(os.path.dirname(here)), os.path.exists("/no/such"), os.path.getsize(here) > 100)
print(os.path.samefile(here, __file__), os.path.basename(os.path.realpath(__file__)))
with open("scratch.tmp", "w") as file:
    file.write("text")
print(os.path.getsize("scratch.tmp"), "scratch.tmp" in os.listdir("."))
os.remove("scratch.tmp")
print(os.path.exists("scratch.tmp"))
try:
    os.remove("scratch.tmp")
except FileNotFoundError as error:
    print(error)
kept = Folder("/kept")
