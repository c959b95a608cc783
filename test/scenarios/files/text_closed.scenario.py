# Every operation on a closed text stream.
import os
name = "_text_closed.tmp"
file = open(name, "w")
file.write("text")
file.close()
file.close()
print(file, file.closed, file.name, file.mode, file.encoding, file.errors, file.line_buffering)
calls = {
    "write": ("x",), "writelines": (["x"],), "read": (), "readline": (), "readlines": (), "flush": (), "fileno": (), "isatty": (),
    "readable": (), "writable": (), "seekable": (), "tell": (), "seek": (0,), "truncate": (), "detach": (), "reconfigure": (),
    "__enter__": (), "__iter__": (), "__next__": (),
}
for method, arguments in calls.items():
    try:
        print(method, getattr(file, method)(*arguments))
    except (ValueError, OSError) as error:
        print(method, type(error).__name__, error)
try:
    print("x", file=file)
except ValueError as error:
    print("print", error)
print(file.buffer.closed, file.buffer.raw.closed, file.buffer.raw)
os.unlink(name)
