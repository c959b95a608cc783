# Descriptors: offsets that dup shares, flags, pipes, and what is closed.
import os
name = "_os_descriptors.tmp"
fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o640)
print(os.write(fd, b"hello world"), os.lseek(fd, 0, 1), os.lseek(fd, 1, 0), os.read(fd, 4))
twin = os.dup(fd)
print(os.lseek(twin, 0, 1), os.read(twin, 3), os.lseek(fd, 0, 1), os.pread(fd, 3, 0), os.pwrite(fd, b"J", 0), os.lseek(fd, 0, 1))
os.ftruncate(fd, 5)
print(os.fstat(fd).st_size, os.lseek(fd, 0, 2), os.read(fd, 9), os.pread(fd, 99, 0), oct(os.fstat(fd).st_mode))
os.close(fd)
print(os.lseek(twin, 2, 0), os.read(twin, 2), os.isatty(twin), os.get_blocking(twin))
os.close(twin)
append = os.open(name, os.O_WRONLY | os.O_APPEND)
os.lseek(append, 0, 0)
os.write(append, b"+end")
print(os.lseek(append, 0, 1), os.fsync(append))
os.close(append)
print(open(name).read())
r, w = os.pipe()
print(os.write(w, b"through"), os.read(r, 3), os.get_inheritable(r))
os.close(w)
print(os.read(r, 99), os.read(r, 99))
for use in (lambda: os.lseek(r, 0, 0), lambda: os.write(r, b""), lambda: os.read(w, 1), lambda: os.close(w), lambda: os.open(name, os.O_CREAT | os.O_EXCL), lambda: os.read(r, -1), lambda: os.dup2(99, 5), lambda: os.write(1, "text"), lambda: os.close("x"), lambda: os.ftruncate(r, 1)):
    try:
        use()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
os.close(r)
fd = os.open(name, os.O_WRONLY | os.O_TRUNC)
print(os.fstat(fd).st_size)
os.close(fd)
os.unlink(name)
