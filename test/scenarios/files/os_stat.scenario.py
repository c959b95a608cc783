# stat_result, modes, times and the file mode mask.
import os
name = "_os_stat.tmp"
old = os.umask(0o077)
print(oct(old), oct(os.umask(old)))
with open(name, "w") as file:
    file.write("12345")
st = os.stat(name)
print(len(st), st.st_size, st[6], oct(st.st_mode), st.st_nlink, type(st), st.st_mtime_ns // 10**9 == st[8], st.st_rdev, isinstance(st.st_atime, float))
os.utime(name, (1, 2.5))
st = os.stat(name)
print(st.st_atime, st.st_mtime, st[7:9], st.st_atime_ns, st.st_mtime_ns)
os.utime(name, ns=(10**9 + 5, 2 * 10**9 + 7))
print(os.stat(name).st_atime_ns, os.stat(name).st_mtime_ns, os.stat(name).st_mtime)
os.chmod(name, 0o4755)
print(oct(os.stat(name).st_mode), os.access(name, os.X_OK))
os.chmod(name, 0o600)
print(os.access(name, os.X_OK), os.truncate(name, 2), os.stat(name).st_size)
made = os.stat_result(range(10))
print(made, made.st_atime, made.st_ctime, made.st_atime_ns, os.stat_result(range(10), {"st_atime": 5.5}).st_atime, made == tuple(range(10)), made[2:4])
for bad in ((1, 2), range(30), 5):
    try:
        os.stat_result(bad)
    except TypeError as error:
        print(error)
for use in (lambda: os.utime(name, (1, 2), ns=(1, 2)), lambda: os.utime(name, ns=5), lambda: os.stat(None), lambda: os.stat("x", dir_fd="a"), lambda: os.lstat(0), lambda: os.stat("a\0b")):
    try:
        use()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
os.unlink(name)
