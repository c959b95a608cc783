# What a process knows of itself, and functions of wait statuses.
import posix as os
print(sorted(name for name in os.environ if name != b"LC_CTYPE"))
print(os.getpid() > 1, os.getppid() != os.getpid(), os.uname().sysname, len(os.times()), os.cpu_count() > 0, len(os.urandom(5)), os.urandom(0))
print(os.strerror(2), os.strerror(9999), os.waitstatus_to_exitcode(256), os.waitstatus_to_exitcode(9), os.WEXITSTATUS(512), os.WIFSIGNALED(9), os.WTERMSIG(9))
print(os._path_normpath("a//b/../c/./d"), os._path_normpath("//a/.."), os.major(0x103), os.minor(0x103), os.sysconf("SC_PAGESIZE"))
for use in (
    lambda: os.waitstatus_to_exitcode(0x7f), lambda: os.waitstatus_to_exitcode(-1), lambda: os.putenv("a=", "b"), lambda: os.putenv("a\0", "b"), lambda: os.unsetenv(""), lambda: os.register_at_fork(),
    lambda: os.register_at_fork(before=5), lambda: os.urandom(-1), lambda: os.get_terminal_size(1), lambda: os.sysconf("SC"), lambda: os.sysconf(None), lambda: os.fspath(5),
):
    try:
        print(use())
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
class Hook:
    def __call__(self): pass
    def __del__(self): print("fork hook dies")
os.register_at_fork(before=Hook(), after_in_child=Hook())
print("end")
