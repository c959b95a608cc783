# Bytes in memory.
from _io import BytesIO
stream = BytesIO(b"hello\nworld\n")
print(stream.getvalue(), stream.read(3), stream.tell(), stream.readline(), stream.readlines(), stream.read(), stream.seek(0), stream.read1(2))
print(stream.seek(-2, 2), stream.read(), stream.seek(2), stream.seek(1, 1), stream.readline(2), stream.readable(), stream.writable(), stream.isatty())
print(stream.truncate(3), stream.getvalue(), stream.tell(), stream.write(b"X"), stream.getvalue(), stream.writelines([b"a", bytearray(b"b")]), stream.getvalue())
print(stream.seek(100), stream.read(), stream.write(b"z"), len(stream.getvalue()), stream.seek(0), stream.truncate(), stream.getvalue())
target = bytearray(3)
print(BytesIO(b"abcd").readinto(target), target, list(BytesIO(b"a\nb\nc")), next(BytesIO(b"x\ny")), BytesIO(b"a\nb\nc").readlines(2))
for use in (
    lambda: stream.seek(-1), lambda: stream.seek(0, 5), lambda: stream.seek("a"), lambda: stream.truncate(-1), lambda: stream.write("text"), lambda: stream.read("a"),
    lambda: stream.fileno(), lambda: stream.detach(), lambda: BytesIO(5), lambda: BytesIO("text"), lambda: BytesIO(b"", b""), lambda: stream.readinto(b""), lambda: stream.writelines(5),
):
    try:
        print(use())
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__module__, type(error).__name__, error)
with BytesIO() as stream:
    stream.tag = "has a dict"
    print(stream.__dict__, stream.__getstate__())
copy = BytesIO()
copy.__setstate__((b"abc", 1, {"tag": 5}))
print(copy.read(), copy.tag)
print(stream.closed, stream.close())
for method in ("read", "getvalue", "tell", "flush", "isatty", "__enter__", "__next__"):
    try:
        getattr(stream, method)()
    except ValueError as error:
        print(method, error)
