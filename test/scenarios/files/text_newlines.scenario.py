# What each value of newline does to line ends, read and written.
import os
name = "_text_newlines.tmp"
with open(name, "wb") as file:
    file.write(b"a\nb\r\nc\rd\r\n\r")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(name, newline=newline) as file:
        print(repr(newline), [file.read()], file.newlines)
    with open(name, newline=newline) as file:
        print([*file], file.newlines)
    with open(name, newline=newline) as file:
        print([file.readline(), file.readline(2), file.readline(0), file.readline(), file.readlines()])
    with open("_out_" + name, "w", newline=newline) as file:
        file.write("x\ny\r\nz\r")
    with open("_out_" + name, "rb") as file:
        print(file.read())
    os.unlink("_out_" + name)
for bad in ("x", "\n\r", 5):
    try:
        open(name, newline=bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, [str(error)])
os.unlink(name)
