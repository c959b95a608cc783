# What looks at the memory of a bytearray keeps its length: views, scanners, unpackers, a write in progress.
import io
import re
import struct

def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


def grown(label, memory):
    attempt(label, lambda: memory.append(1))


memory = bytearray(b"abcdabcd")
matches = re.finditer(b"a", memory)
grown("finditer", memory)
print(next(matches).span())
grown("under way", memory)
del matches
grown("given up", memory)

memory = bytearray(b"abcdabcd")
match = re.match(b"a", memory)
grown("a match keeps the object alone", memory)
memory.clear()
print(match.group())

memory = bytearray(b"abcdabcd")
parts = struct.iter_unpack("2s", memory)
grown("iter_unpack", memory)
print(list(parts))
grown("exhausted", memory)

memory = bytearray(b"abcd")


def replace(match):
    grown("during sub", memory)
    return b"x"


print(re.sub(b"[ac]", replace, memory))
grown("after sub", memory)

for change in (
    "append(1)|extend(b'xy')|pop()|clear()|__iadd__(b'x')|__imul__(2)|insert(0, 1)|remove(97)|__delitem__(0)|__delitem__(slice(2))"
    "|__setitem__(slice(1), b'xyz')|__setitem__(slice(1), b'x')|reverse()|__imul__(0)|__imul__(1)|extend(b'')|__init__()|__init__(b'1')"
).split("|"):
    memory = bytearray(b"abcdabcd")
    view = memoryview(memory)
    attempt(change, lambda: eval("memory." + change))
    print(memory)
    view.release()

memory = bytearray(b"abcd")
first = memoryview(memory)
second = memoryview(first)
part = first[1:]
first.release()
grown("one of three released", memory)
second.release()
part.release()
grown("all released", memory)

view = memoryview(bytearray(b"aaa"))
matches = re.finditer(b"a", view)
attempt("release", view.release)
more = re.finditer(b"a", view)
attempt("release", view.release)
del matches, more
attempt("release", view.release)
for question in ["v.obj", "len(v)", "v[0]", "v == v", "v == b'aaa'", "v.tolist()", "bytes(v)", "memoryview(v)", "v.release()", "repr(v)[:9]", "v.shape", "v.cast('B')", "v.__enter__()", "v.__exit__()"]:
    v = view
    attempt(question, lambda: eval(question))

memory = bytearray(8)


class Number:
    def __index__(self):
        grown("during pack_into", memory)
        return 7


struct.pack_into("B", memory, 3, Number())
print(memory)


class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, target):
        print(type(target).__name__, len(target), target.readonly, target.obj)
        target[:3] = b"abc"
        return 3


stream = io.BufferedReader(Raw(), 16)
print(stream.peek(1))
target = bytearray(5)
print(stream.readinto(memoryview(target)[1:3]), target)
attempt("read-only", lambda: stream.readinto(memoryview(b"abc")))
attempt("with holes", lambda: stream.readinto(memoryview(target)[::2]))
