# os._exit flushes nothing of what Python buffers.
import os, sys
name = "_unflushed_os_exit.tmp"
file = open(name, "w")
file.write("lost")
print("flushed", flush=True)
print("lost too")
sys.stderr.write("stderr is written by the line\n")
size = os.stat(name).st_size
os.unlink(name)
os.write(1, b"size %d\n" % size)
os._exit(3)
