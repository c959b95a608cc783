# print to files of all kinds.
import os, sys
name = "_print_file.tmp"
with open(name, "w") as file:
    print("a", 2, None, [3], file=file)
    print("b", end="", file=file)
    print(file=file, sep="x")
    print("c", file=file, flush=True)
    print(os.stat(name).st_size)
print([open(name).read()])
with open(name, "wb") as file:
    try:
        print("text", file=file)
    except TypeError as error:
        print(error)
for bad in (5, object()):
    try:
        print("x", file=bad)
    except AttributeError as error:
        print(error)
class Half:
    def write(self, text): sys.stdout.write("<" + text + ">")
print("x", "y", file=Half())
try:
    print("x", file=Half(), flush=True)
except AttributeError as error:
    print()
    print(error)
class Text:
    def __str__(self):
        print("str runs after write was fetched")
        return "shown"
class Traced:
    def __getattr__(self, name):
        print("get", name)
        return lambda *arguments: None
print(Text(), file=Traced())
os.unlink(name)
