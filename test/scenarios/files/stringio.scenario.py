# Text in memory, whose positions count characters.
from _io import StringIO
stream = StringIO("a\nb\r\nc")
print([stream.getvalue()], [stream.read(2)], stream.tell(), [stream.readline()], stream.newlines, stream.line_buffering, stream.encoding, stream.errors)
for newline in (None, "", "\n", "\r", "\r\n"):
    stream = StringIO("a\nb\r\nc\rd\n", newline)
    print(repr(newline), [stream.getvalue()], list(stream), stream.newlines)
    stream = StringIO(newline=newline)
    stream.write("a\nb\r\n")
    stream.write("\rc")
    print([stream.getvalue()], stream.tell(), stream.newlines, stream.seek(0), [stream.readline(), stream.readline(1), stream.read()])
stream = StringIO("héllo😀x")
print(stream.seek(5), stream.read(1), stream.tell(), stream.read(), stream.seek(0, 2), stream.seek(0, 1), stream.truncate(2), stream.getvalue())
print(stream.seek(5), stream.write("z"), [stream.getvalue()], stream.seek(1), stream.write("QQQQQQQQ"), stream.getvalue(), stream.seek(2), stream.truncate(), stream.getvalue())
print(stream.writelines(["1", "2"]), stream.getvalue(), stream.__getstate__(), stream.readable(), stream.writable(), stream.seekable(), stream.isatty())
for use in (
    lambda: stream.seek(1, 1), lambda: stream.seek(1, 2), lambda: stream.seek(-1), lambda: stream.seek(0, 3), lambda: stream.write(5), lambda: stream.write(b""), lambda: stream.read("a"),
    lambda: stream.fileno(), lambda: stream.detach(), lambda: StringIO(5), lambda: StringIO("", "x"), lambda: StringIO(b""), lambda: StringIO("", 5),
):
    try:
        print(use())
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__module__, type(error).__name__, error)
print("printed", file=stream)
print(stream.getvalue())
stream.close()
for method in ("read", "getvalue", "tell", "isatty", "flush", "__enter__", "__iter__"):
    try:
        print(method, getattr(stream, method)())
    except ValueError as error:
        print(method, error)
