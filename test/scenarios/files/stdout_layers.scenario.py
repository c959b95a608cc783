# The layers of standard output and error, and writing below what they hold.
import os, sys
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream, stream.buffer, stream.buffer.raw)
    print(stream.mode, stream.name, stream.encoding, stream.errors, stream.line_buffering, stream.write_through, stream.fileno(), stream.buffer.raw.closefd, stream.buffer.mode)
    print(stream.readable(), stream.writable(), stream.isatty(), stream.closed, stream is getattr(sys, "__%s__" % stream.name[1:-1]))
sys.stdout.write("text ")
sys.stdout.buffer.write(b"bytes go first\n")
sys.stdout.flush()
os.write(1, b"past everything\n")
print("after")
sys.stdout.buffer.raw.write(b"the raw stream\n")
sys.stdout.flush()
sys.stdout.buffer.write(b"\xff\xfe not UTF-8\n")
print("\udcff escaped")
try:
    print("\ud800")
except UnicodeEncodeError as error:
    print(error)
sys.stderr.write("\ud800 by number\n")
sys.stderr.buffer.write(b"unflushed\n")
print("é€😀")
