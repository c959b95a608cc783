# Text goes through an encoder into a buffer, and comes back line by line.
import os
name = "_text_write_read.tmp"
with open(name, "w", encoding="utf-8") as file:
    print(file.write("héllo\n"), file.write(""), file.writelines(["one\n", "two\n", "three"]))
    print(file.tell(), file.closed, file.mode, file.name, file.encoding, file.errors, file.newlines)
    print("printed", 1, None, sep="-", end="!\n", file=file)
print(file.closed, os.stat(name).st_size)
with open(name, encoding="utf-8") as file:
    print(file, file.readable(), file.writable(), file.seekable(), file.isatty(), file.line_buffering)
    print([file.read(3), file.readline(), file.read(1), file.read(0), file.readlines(), file.read(), file.readline()])
with open(name, "a", encoding="utf-8") as file:
    file.write("+appended")
with open(name, "r+", encoding="utf-8") as file:
    print([file.read()])
    file.seek(0)
    file.write("H")
    file.seek(0)
    print(file.readline())
os.unlink(name)
