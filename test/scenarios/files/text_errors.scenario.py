# Bytes that are no text, by each error handler, and characters that cannot be encoded.
import os
name = "_text_errors.tmp"
with open(name, "wb") as file:
    file.write(b"a\xffb\xe2\x82\nc\xc3")
for errors in ("strict", "ignore", "replace", "surrogateescape", "backslashreplace"):
    for chunk in (1, 8192):
        with open(name, errors=errors) as file:
            file._CHUNK_SIZE = chunk
            try:
                print(errors, chunk, [*file], file.errors)
            except UnicodeDecodeError as error:
                print(errors, chunk, error.start if chunk != 1 else "", error.reason)
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    with open(name, "w", encoding="ascii", errors=errors) as file:
        try:
            print(errors, file.write("aé€b"))
        except UnicodeEncodeError as error:
            print(errors, error)
    with open(name, "rb") as file:
        print(file.read())
with open(name, "w", errors="surrogateescape") as file:
    file.write("x\udcff")
with open(name, "rb") as file:
    print(file.read())
os.unlink(name)
