# reconfigure flushes first, and changes no encoding once something was read.
import os
name = "_text_reconfigure.tmp"
file = open(name, "w")
file.write("é")
file.reconfigure(encoding="latin-1", errors="replace", newline="\r\n", line_buffering=True)
print(file.encoding, file.errors, file.line_buffering, file.write_through, os.stat(name).st_size)
file.write("é€\n")
print(os.stat(name).st_size)
file.reconfigure(encoding="utf-8")
print(file.errors)
file.reconfigure(errors="ignore", write_through=True, line_buffering=False)
file.write("é")
print(file.encoding, file.errors, file.buffer.tell(), os.stat(name).st_size)
file.close()
print(open(name, "rb").read())
with open(name, encoding="latin-1") as file:
    file.read(1)
    for change in ({"encoding": "utf-8"}, {"newline": ""}, {"errors": "ignore"}, {"newline": "x"}, {"line_buffering": True}):
        try:
            print(file.reconfigure(**change))
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
os.unlink(name)
