# Encodings, byte order marks, and what appending does about them.
import os
name = "_text_encodings.tmp"
for encoding in ("utf-8", "latin-1", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "UTF8", "us-ascii"):
    with open(name, "w", encoding=encoding) as file:
        file.write("ab")
        file.write("c\n")
        for text in ("é", "€"):
            try:
                print(file.write(text), end=" ")
            except UnicodeEncodeError as error:
                print(error, end=" ")
    with open(name, "rb") as file:
        print(encoding, file.read())
    with open(name, "a", encoding=encoding) as file:
        file.write("Z")
    with open(name, encoding=encoding) as file:
        print([file.read(2)], [file.read()], file.encoding)
try:
    open(name, encoding=5)
except TypeError as error:
    print(error)
os.unlink(name)
