# Every operation on a closed buffer and on a closed raw file.
import os
name = "_binary_closed.tmp"
for mode in ("wb", "rb", "r+b"):
    file = open(name, mode)
    raw = file.raw
    file.close()
    print(file, raw, raw.mode, raw.name, file.closed)
    for method, arguments in (("write", (b"x",)), ("read", ()), ("read1", (1,)), ("readline", ()), ("peek", ()), ("seek", (0,)), ("tell", ()), ("truncate", ()), ("flush", ()), ("fileno", ()), ("__enter__", ()), ("isatty", ()), ("readable", ())):
        for stream in (file, raw):
            if not hasattr(stream, method):
                continue
            try:
                print(method, getattr(stream, method)(*arguments))
            except (ValueError, OSError) as error:
                print(method, type(error).__name__, error)
os.unlink(name)
