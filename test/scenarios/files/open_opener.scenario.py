# An opener gets the name and the flags, and answers a descriptor.
import os
name = "_open_opener.tmp"
def opener(path, flags):
    print(path, flags & os.O_CREAT != 0, flags & 3, flags & os.O_CLOEXEC != 0)
    return os.open(path, flags, 0o600)
with open(name, "w", opener=opener) as file:
    file.write("x")
print(oct(os.stat(name).st_mode))
with open(name, "rb", opener=opener) as file:
    print(file.read(), file.raw.mode, file.name)
for answer in (-1, "text", None, 9999):
    try:
        open(name, opener=lambda path, flags: answer)
    except (ValueError, TypeError, OSError) as error:
        print(answer, type(error).__name__, error)
def failing(path, flags):
    raise KeyError(path)
try:
    open(name, opener=failing)
except KeyError as error:
    print("KeyError", error)
os.unlink(name)
