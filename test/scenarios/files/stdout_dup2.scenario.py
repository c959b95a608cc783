# Descriptor 1 leads elsewhere for a while: what was buffered goes where it leads when it is flushed.
import os, sys
name = "_stdout_dup2.tmp"
print("to the terminal", flush=True)
saved = os.dup(1)
file = os.open(name, os.O_WRONLY | os.O_CREAT)
print(saved > 2, file > saved)
sys.stdout.flush()
os.dup2(file, 1)
print("to the file")
os.write(1, b"before it\n")
sys.stdout.flush()
os.dup2(saved, 1)
os.close(file)
print("back", os.get_inheritable(1))
print(open(name).read())
os.unlink(name)
