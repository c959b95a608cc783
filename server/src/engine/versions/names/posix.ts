export const posixNames = `
  __name__ __doc__ __package__ __loader__ __spec__ stat() statx():15- access() ttyname() chdir() chmod() fchmod() chown() fchown() lchown() chroot()
  ctermid() getcwd() getcwdb() link() listdir() lstat() mkdir() nice() getpriority() setpriority() posix_spawn() posix_spawnp() readlink()
  copy_file_range() splice() rename() replace() rmdir() symlink() system() umask() uname() unlink() remove() utime() times() _exit() execv() execve()
  fork() register_at_fork() sched_get_priority_max() sched_get_priority_min() sched_getparam() sched_getscheduler() sched_rr_get_interval()
  sched_setparam() sched_setscheduler() sched_yield() sched_setaffinity() sched_getaffinity() posix_openpt():13- grantpt():13- unlockpt():13-
  ptsname():13- openpty() login_tty() forkpty() getegid() geteuid() getgid() getgrouplist() getgroups() getpid() getpgrp() getppid() getuid()
  getlogin() kill() killpg() setuid() seteuid() setreuid() setgid() setegid() setregid() setgroups() initgroups() getpgid() setpgrp() wait() wait3()
  wait4() waitid() waitpid() pidfd_open() getsid() setsid() setpgid() tcgetpgrp() tcsetpgrp() open() close() closerange() device_encoding() dup()
  dup2() lockf() lseek() read() readinto():14- readv() pread() preadv() write() writev() pwrite() pwritev() sendfile() fstat() isatty() pipe() pipe2()
  mkfifo() mknod() major() minor() makedev() ftruncate() truncate() posix_fallocate() posix_fadvise() putenv() unsetenv() _clearenv():15- strerror()
  fchdir() fsync() sync() fdatasync() WCOREDUMP() WIFCONTINUED() WIFSTOPPED() WIFSIGNALED() WIFEXITED() WEXITSTATUS() WTERMSIG() WSTOPSIG() fstatvfs()
  statvfs() confstr() sysconf() fpathconf() pathconf() abort() _path_splitroot_ex():13- _path_normpath() getloadavg() urandom() setresuid()
  setresgid() getresuid() getresgid() getxattr() setxattr() removexattr() listxattr() get_terminal_size() cpu_count() get_inheritable()
  set_inheritable() get_blocking() set_blocking() scandir() fspath() getrandom() memfd_create() eventfd() eventfd_read() eventfd_write()
  waitstatus_to_exitcode() setns():12- unshare():12- timerfd_create():13- timerfd_settime():13- timerfd_settime_ns():13- timerfd_gettime():13-
  timerfd_gettime_ns():13- _inputhook():13- _is_inputhook_installed():13- _create_environ():14- statx_result:15- environ F_OK R_OK W_OK X_OK
  NGROUPS_MAX TMP_MAX WCONTINUED WNOHANG WUNTRACED O_RDONLY O_WRONLY O_RDWR O_NDELAY O_NONBLOCK O_APPEND O_DSYNC O_RSYNC O_SYNC O_NOCTTY O_CREAT
  O_EXCL O_TRUNC O_LARGEFILE O_PATH O_TMPFILE PRIO_PROCESS PRIO_PGRP PRIO_USER O_CLOEXEC O_ACCMODE O_FSYNC SEEK_HOLE SEEK_DATA O_ASYNC O_DIRECT
  O_DIRECTORY O_NOFOLLOW O_NOATIME EX_OK EX_USAGE EX_DATAERR EX_NOINPUT EX_NOUSER EX_NOHOST EX_UNAVAILABLE EX_SOFTWARE EX_OSERR EX_OSFILE EX_CANTCREAT
  EX_IOERR EX_TEMPFAIL EX_PROTOCOL EX_NOPERM EX_CONFIG ST_RDONLY ST_NOSUID ST_NODEV ST_NOEXEC ST_SYNCHRONOUS ST_MANDLOCK ST_WRITE ST_APPEND ST_NOATIME
  ST_NODIRATIME ST_RELATIME TFD_NONBLOCK:13- TFD_CLOEXEC:13- TFD_TIMER_ABSTIME:13- TFD_TIMER_CANCEL_ON_SET:13- POSIX_FADV_NORMAL POSIX_FADV_SEQUENTIAL
  POSIX_FADV_RANDOM POSIX_FADV_NOREUSE POSIX_FADV_WILLNEED POSIX_FADV_DONTNEED P_PID P_PGID P_ALL P_PIDFD PIDFD_NONBLOCK:14- WEXITED WNOWAIT WSTOPPED
  CLD_EXITED CLD_KILLED CLD_DUMPED CLD_TRAPPED CLD_STOPPED CLD_CONTINUED F_LOCK F_TLOCK F_ULOCK F_TEST RWF_DSYNC RWF_HIPRI RWF_SYNC RWF_NOWAIT
  RWF_DONTCACHE:15- RWF_ATOMIC:15- RWF_APPEND SPLICE_F_MOVE SPLICE_F_NONBLOCK SPLICE_F_MORE POSIX_SPAWN_OPEN POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2
  POSIX_SPAWN_CLOSEFROM:13- SCHED_OTHER SCHED_DEADLINE:14- SCHED_FIFO SCHED_NORMAL:14- SCHED_RR SCHED_BATCH SCHED_IDLE SCHED_RESET_ON_FORK
  CLONE_FS:12- CLONE_FILES:12- CLONE_NEWNS:12- CLONE_NEWCGROUP:12- CLONE_NEWUTS:12- CLONE_NEWIPC:12- CLONE_NEWUSER:12- CLONE_NEWPID:12-
  CLONE_NEWNET:12- CLONE_NEWTIME:12- CLONE_SYSVSEM:12- CLONE_THREAD:12- CLONE_SIGHAND:12- CLONE_VM:12- XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX
  RTLD_LAZY RTLD_NOW RTLD_GLOBAL RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_DEEPBIND GRND_RANDOM GRND_NONBLOCK MFD_CLOEXEC MFD_ALLOW_SEALING
  MFD_HUGETLB MFD_HUGE_SHIFT MFD_HUGE_MASK MFD_HUGE_64KB MFD_HUGE_512KB MFD_HUGE_1MB MFD_HUGE_2MB MFD_HUGE_8MB MFD_HUGE_16MB MFD_HUGE_32MB
  MFD_HUGE_256MB MFD_HUGE_512MB MFD_HUGE_1GB MFD_HUGE_2GB MFD_HUGE_16GB EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE NODEV:15- AT_NO_AUTOMOUNT:15-
  STATX_TYPE:15- STATX_MODE:15- STATX_NLINK:15- STATX_UID:15- STATX_GID:15- STATX_ATIME:15- STATX_MTIME:15- STATX_CTIME:15- STATX_INO:15-
  STATX_SIZE:15- STATX_BLOCKS:15- STATX_BASIC_STATS:15- STATX_BTIME:15- STATX_MNT_ID:15- STATX_DIOALIGN:15- STATX_MNT_ID_UNIQUE:15- STATX_SUBVOL:15-
  STATX_WRITE_ATOMIC:15- STATX_DIO_READ_ALIGN:15- AT_STATX_SYNC_AS_STAT:15- AT_STATX_FORCE_SYNC:15- AT_STATX_DONT_SYNC:15- pathconf_names
  confstr_names sysconf_names error waitid_result stat_result statvfs_result sched_param terminal_size DirEntry times_result uname_result
  _have_functions
`;
