# A line end that falls between two chunks is one line end.
import os
name = "_text_newline_chunks.tmp"
with open(name, "wb") as file:
    file.write(b"ab\r\ncd\r\r\nef\n\r")
for newline in (None, "", "\r\n", "\r"):
    for size in (1, 2, 3):
        with open(name, newline=newline) as file:
            file._CHUNK_SIZE = size
            print(repr(newline), size, [*file], file.newlines)
os.unlink(name)
