# What a stream that was opened otherwise refuses.
import os
name = "_text_modes.tmp"
with open(name, "w") as file:
    for use in (lambda: file.read(), lambda: file.readline(), lambda: next(file), lambda: file.readlines(), lambda: file.write(b"x"), lambda: file.write(None)):
        try:
            use()
        except (OSError, TypeError) as error:
            print(type(error).__module__, type(error).__name__, error)
with open(name) as file:
    for use in (lambda: file.write("x"), lambda: file.truncate(1), lambda: file.writelines(["x"]), lambda: file.read("x"), lambda: file.seek("x"), lambda: file.readline(1.5)):
        try:
            use()
        except (OSError, TypeError) as error:
            print(type(error).__module__, type(error).__name__, error)
try:
    with open(name, "x"):
        pass
except FileExistsError as error:
    print(error)
os.unlink(name)
with open(name, "x") as file:
    print(file.mode)
with open(name, "w+") as file:
    print(file.write("hello"), file.seek(0), file.read(2), file.tell(), file.truncate(), file.read(), file.seek(0), file.read())
os.unlink(name)
