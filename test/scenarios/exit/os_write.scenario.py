# os.write is not buffered, print is: the order on a pipe.
import os
import sys

print("printed first")
os.write(1, b"written second, seen first\n")
sys.stdout.flush()
os.write(2, b"to stderr\n")
print("printed last")
print(os.path.basename("/a/b.txt"), os.path.join("a", "b"), os.path.splitext("x.tar.gz"), os.path.dirname("/a/b"))
