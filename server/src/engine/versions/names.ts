import type { PythonVersion } from '../journal/record.ts';
import { inVersion } from './ranges.ts';

/**
 * The names of CPython's modules in the order of their dicts, as real interpreters answer; see `ranges.ts` for those
 * that some versions lack. `name()` is a function written in C.
 */
const tables = {
  builtins: `
    __name__ __doc__ __package__ __loader__ __spec__ __build_class__() __import__() __lazy_import__():15- abs() all() any() ascii() bin()
    breakpoint() callable() chr() compile() delattr() dir() divmod() eval() exec() format() getattr() globals() hasattr() hash() hex() id() input()
    isinstance() issubclass() iter() aiter() len() locals() max() min() next() anext() oct() ord() pow() print() repr() round() setattr() sorted()
    sum() vars() None Ellipsis NotImplemented False True bool memoryview bytearray bytes classmethod complex dict enumerate filter float
    frozendict:15- frozenset property int list map object range reversed sentinel:15- set slice staticmethod str super tuple type zip __debug__
    BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError AssertionError AttributeError BufferError
    EOFError ImportError LookupError MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError
    SystemError TypeError ValueError Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning
    FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError
    ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError
    ProcessLookupError TimeoutError IndentationError _IncompleteInputError:13- IndexError KeyError ImportCycleError:15- ModuleNotFoundError
    NotImplementedError PythonFinalizationError:13- RecursionError UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError
    ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup EnvironmentError
    IOError open() quit exit copyright credits license help`,
  sys: `
    __name__ __doc__ __package__ __loader__ __spec__ addaudithook() audit() breakpointhook() _clear_internal_caches():13- _clear_type_cache()
    _current_frames() _current_exceptions() displayhook() exception() exc_info() excepthook() exit() getdefaultencoding() getdlopenflags()
    getallocatedblocks() getunicodeinternedsize():12- getfilesystemencoding() getfilesystemencodeerrors() _getquickenedcount():-11 getrefcount()
    getrecursionlimit() getsizeof() _getframe() _getframemodulename():12- _is_immortal():14- intern() _is_interned():13- is_finalizing()
    setswitchinterval() getswitchinterval() setdlopenflags() setprofile() _setprofileallthreads():12- getprofile() setrecursionlimit() settrace()
    _settraceallthreads():12- gettrace() call_tracing() _debugmallocstats() set_coroutine_origin_tracking_depth()
    get_coroutine_origin_tracking_depth() set_asyncgen_hooks() get_asyncgen_hooks() activate_stack_trampoline():12- deactivate_stack_trampoline():12-
    is_stack_trampoline_active():12- is_remote_debug_enabled():14- remote_exec():14- unraisablehook() get_int_max_str_digits()
    set_int_max_str_digits() get_lazy_imports():15- set_lazy_imports():15- get_lazy_imports_filter():15- set_lazy_imports_filter():15-
    _baserepl():13- _get_cpu_count_config():13- _clear_type_descriptors():14-14 _is_gil_enabled():13- _dump_tracelets():14- modules lazy_modules:15-
    stderr __stderr__ __displayhook__() __excepthook__() __breakpointhook__() __unraisablehook__() version hexversion _git _framework api_version
    copyright platform maxsize float_info int_info hash_info maxunicode builtin_module_names stdlib_module_names byteorder abiflags version_info
    implementation flags float_repr_style thread_info abi_info:15- meta_path path_importer_cache path_hooks monitoring:12- _jit:14- path executable
    _base_executable prefix base_prefix exec_prefix base_exec_prefix platlibdir pycache_prefix argv orig_argv warnoptions _xoptions _stdlib_dir
    dont_write_bytecode __stdin__ stdin __stdout__ stdout _home __interactivehook__`,
  gc: `
    __name__ __doc__ __package__ __loader__ __spec__ enable() disable() isenabled() set_debug() get_debug() get_count() set_threshold()
    get_threshold() collect() get_objects() get_stats() is_tracked() is_finalized() get_referrers() get_referents() freeze() unfreeze()
    get_freeze_count() garbage callbacks DEBUG_STATS DEBUG_COLLECTABLE DEBUG_UNCOLLECTABLE DEBUG_SAVEALL DEBUG_LEAK`,
  _weakref: `
    __name__ __doc__ __package__ __loader__ __spec__ getweakrefcount() _remove_dead_weakref() getweakrefs() proxy() ref ReferenceType ProxyType
    CallableProxyType`,
  weakref: `
    __name__ __doc__ __package__ __loader__ __spec__ getweakrefcount() getweakrefs() ref proxy() CallableProxyType ProxyType ReferenceType
    _remove_dead_weakref() WeakSet _IterationGuard:-13 _collections_abc sys itertools ProxyTypes __all__ WeakMethod WeakValueDictionary KeyedRef
    WeakKeyDictionary finalize`,
  atexit: `
    __name__ __doc__ __package__ __loader__ __spec__ register() _clear() unregister() _run_exitfuncs() _ncallbacks()`,
  time: `
    __name__ __doc__ __package__ __loader__ __spec__ time() time_ns() clock_gettime() clock_gettime_ns() clock_settime() clock_settime_ns()
    clock_getres() pthread_getcpuclockid() sleep() gmtime() localtime() asctime() ctime() mktime() strftime() strptime() tzset() monotonic()
    monotonic_ns() process_time() process_time_ns() thread_time() thread_time_ns() perf_counter() perf_counter_ns() get_clock_info() timezone altzone
    daylight tzname CLOCK_REALTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_THREAD_CPUTIME_ID CLOCK_BOOTTIME CLOCK_TAI
    _STRUCT_TM_ITEMS struct_time`,
  errno: `
    __name__ __doc__ __package__ __loader__ __spec__ errorcode ENODEV ENOCSI EHOSTUNREACH ENOMSG EUCLEAN EL2NSYNC EL2HLT ENODATA ENOTBLK ENOSYS EPIPE
    EINVAL EOVERFLOW EADV EINTR EUSERS ENOTEMPTY ENOBUFS EPROTO EREMOTE ENAVAIL ECHILD ELOOP EXDEV E2BIG ESRCH EMSGSIZE EAFNOSUPPORT EBADR EHOSTDOWN
    EPFNOSUPPORT ENOPROTOOPT EBUSY EWOULDBLOCK EBADFD EDOTDOT EISCONN ENOANO ESHUTDOWN ECHRNG ELIBBAD ENONET EBADE EBADF EMULTIHOP EIO EUNATCH
    EPROTOTYPE ENOSPC ENOEXEC EALREADY ENETDOWN ENOTNAM EACCES ELNRNG EILSEQ ENOTDIR ENOTUNIQ EPERM EDOM EXFULL ECONNREFUSED EISDIR EPROTONOSUPPORT
    EROFS EADDRNOTAVAIL EIDRM ECOMM ESRMNT EREMOTEIO EL3RST EBADMSG ENFILE ELIBMAX ESPIPE ENOLINK ENETRESET ETIMEDOUT ENOENT EEXIST EDQUOT ENOSTR
    EBADSLT EBADRQC ELIBACC EFAULT EFBIG EDEADLK ENOTCONN EDESTADDRREQ ELIBSCN ENOLCK EISNAM ECONNABORTED ENETUNREACH ESTALE ENOSR ENOMEM ENOTSOCK
    ESTRPIPE EMLINK ERANGE ELIBEXEC EL3HLT ECONNRESET EADDRINUSE EOPNOTSUPP EREMCHG EAGAIN ENAMETOOLONG ENOTTY ERESTART ESOCKTNOSUPPORT ETIME EBFONT
    EDEADLOCK ETOOMANYREFS EMFILE ETXTBSY EINPROGRESS ENXIO ENOPKG ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EHWPOISON:14- EKEYEXPIRED EKEYREVOKED
    EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL ENOTSUP EFTYPE:14-`,
  posix: `
    __name__ __doc__ __package__ __loader__ __spec__ stat() statx():15- access() ttyname() chdir() chmod() fchmod() chown() fchown() lchown()
    chroot() ctermid() getcwd() getcwdb() link() listdir() lstat() mkdir() nice() getpriority() setpriority() posix_spawn() posix_spawnp() readlink()
    copy_file_range() splice() rename() replace() rmdir() symlink() system() umask() uname() unlink() remove() utime() times() _exit() execv()
    execve() fork() register_at_fork() sched_get_priority_max() sched_get_priority_min() sched_getparam() sched_getscheduler()
    sched_rr_get_interval() sched_setparam() sched_setscheduler() sched_yield() sched_setaffinity() sched_getaffinity() posix_openpt():13-
    grantpt():13- unlockpt():13- ptsname():13- openpty() login_tty() forkpty() getegid() geteuid() getgid() getgrouplist() getgroups() getpid()
    getpgrp() getppid() getuid() getlogin() kill() killpg() setuid() seteuid() setreuid() setgid() setegid() setregid() setgroups() initgroups()
    getpgid() setpgrp() wait() wait3() wait4() waitid() waitpid() pidfd_open() getsid() setsid() setpgid() tcgetpgrp() tcsetpgrp() open() close()
    closerange() device_encoding() dup() dup2() lockf() lseek() read() readinto():14- readv() pread() preadv() write() writev() pwrite() pwritev()
    sendfile() fstat() isatty() pipe() pipe2() mkfifo() mknod() major() minor() makedev() ftruncate() truncate() posix_fallocate() posix_fadvise()
    putenv() unsetenv() _clearenv():15- strerror() fchdir() fsync() sync() fdatasync() WCOREDUMP() WIFCONTINUED() WIFSTOPPED() WIFSIGNALED()
    WIFEXITED() WEXITSTATUS() WTERMSIG() WSTOPSIG() fstatvfs() statvfs() confstr() sysconf() fpathconf() pathconf() abort() _path_splitroot_ex():13-
    _path_normpath() getloadavg() urandom() setresuid() setresgid() getresuid() getresgid() getxattr() setxattr() removexattr() listxattr()
    get_terminal_size() cpu_count() get_inheritable() set_inheritable() get_blocking() set_blocking() scandir() fspath() getrandom() memfd_create()
    eventfd() eventfd_read() eventfd_write() waitstatus_to_exitcode() setns():12- unshare():12- timerfd_create():13- timerfd_settime():13-
    timerfd_settime_ns():13- timerfd_gettime():13- timerfd_gettime_ns():13- _inputhook():13- _is_inputhook_installed():13- _create_environ():14-
    statx_result:15- environ F_OK R_OK W_OK X_OK NGROUPS_MAX TMP_MAX WCONTINUED WNOHANG WUNTRACED O_RDONLY O_WRONLY O_RDWR O_NDELAY O_NONBLOCK
    O_APPEND O_DSYNC O_RSYNC O_SYNC O_NOCTTY O_CREAT O_EXCL O_TRUNC O_LARGEFILE O_PATH O_TMPFILE PRIO_PROCESS PRIO_PGRP PRIO_USER O_CLOEXEC O_ACCMODE
    O_FSYNC SEEK_HOLE SEEK_DATA O_ASYNC O_DIRECT O_DIRECTORY O_NOFOLLOW O_NOATIME EX_OK EX_USAGE EX_DATAERR EX_NOINPUT EX_NOUSER EX_NOHOST
    EX_UNAVAILABLE EX_SOFTWARE EX_OSERR EX_OSFILE EX_CANTCREAT EX_IOERR EX_TEMPFAIL EX_PROTOCOL EX_NOPERM EX_CONFIG ST_RDONLY ST_NOSUID ST_NODEV
    ST_NOEXEC ST_SYNCHRONOUS ST_MANDLOCK ST_WRITE ST_APPEND ST_NOATIME ST_NODIRATIME ST_RELATIME TFD_NONBLOCK:13- TFD_CLOEXEC:13-
    TFD_TIMER_ABSTIME:13- TFD_TIMER_CANCEL_ON_SET:13- POSIX_FADV_NORMAL POSIX_FADV_SEQUENTIAL POSIX_FADV_RANDOM POSIX_FADV_NOREUSE
    POSIX_FADV_WILLNEED POSIX_FADV_DONTNEED P_PID P_PGID P_ALL P_PIDFD PIDFD_NONBLOCK:14- WEXITED WNOWAIT WSTOPPED CLD_EXITED CLD_KILLED CLD_DUMPED
    CLD_TRAPPED CLD_STOPPED CLD_CONTINUED F_LOCK F_TLOCK F_ULOCK F_TEST RWF_DSYNC RWF_HIPRI RWF_SYNC RWF_NOWAIT RWF_DONTCACHE:15- RWF_ATOMIC:15-
    RWF_APPEND SPLICE_F_MOVE SPLICE_F_NONBLOCK SPLICE_F_MORE POSIX_SPAWN_OPEN POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_CLOSEFROM:13-
    SCHED_OTHER SCHED_DEADLINE:14- SCHED_FIFO SCHED_NORMAL:14- SCHED_RR SCHED_BATCH SCHED_IDLE SCHED_RESET_ON_FORK CLONE_FS:12- CLONE_FILES:12-
    CLONE_NEWNS:12- CLONE_NEWCGROUP:12- CLONE_NEWUTS:12- CLONE_NEWIPC:12- CLONE_NEWUSER:12- CLONE_NEWPID:12- CLONE_NEWNET:12- CLONE_NEWTIME:12-
    CLONE_SYSVSEM:12- CLONE_THREAD:12- CLONE_SIGHAND:12- CLONE_VM:12- XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX RTLD_LAZY RTLD_NOW RTLD_GLOBAL
    RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_DEEPBIND GRND_RANDOM GRND_NONBLOCK MFD_CLOEXEC MFD_ALLOW_SEALING MFD_HUGETLB MFD_HUGE_SHIFT
    MFD_HUGE_MASK MFD_HUGE_64KB MFD_HUGE_512KB MFD_HUGE_1MB MFD_HUGE_2MB MFD_HUGE_8MB MFD_HUGE_16MB MFD_HUGE_32MB MFD_HUGE_256MB MFD_HUGE_512MB
    MFD_HUGE_1GB MFD_HUGE_2GB MFD_HUGE_16GB EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE NODEV:15- AT_NO_AUTOMOUNT:15- STATX_TYPE:15- STATX_MODE:15-
    STATX_NLINK:15- STATX_UID:15- STATX_GID:15- STATX_ATIME:15- STATX_MTIME:15- STATX_CTIME:15- STATX_INO:15- STATX_SIZE:15- STATX_BLOCKS:15-
    STATX_BASIC_STATS:15- STATX_BTIME:15- STATX_MNT_ID:15- STATX_DIOALIGN:15- STATX_MNT_ID_UNIQUE:15- STATX_SUBVOL:15- STATX_WRITE_ATOMIC:15-
    STATX_DIO_READ_ALIGN:15- AT_STATX_SYNC_AS_STAT:15- AT_STATX_FORCE_SYNC:15- AT_STATX_DONT_SYNC:15- pathconf_names confstr_names sysconf_names
    error waitid_result stat_result statvfs_result sched_param terminal_size DirEntry times_result uname_result _have_functions`,
  os: `
    __name__ __doc__ __package__ __loader__ __spec__ abc sys st _check_methods GenericAlias __all__ _exists _get_exports_list name linesep stat()
    statx():15- access() ttyname() chdir() chmod() fchmod() chown() fchown() lchown() chroot() ctermid() getcwd() getcwdb() link() listdir() lstat()
    mkdir() nice() getpriority() setpriority() posix_spawn() posix_spawnp() readlink() copy_file_range() splice() rename() replace() rmdir()
    symlink() system() umask() uname() unlink() remove() utime() times() execv() execve() fork() register_at_fork() sched_get_priority_max()
    sched_get_priority_min() sched_getparam() sched_getscheduler() sched_rr_get_interval() sched_setparam() sched_setscheduler() sched_yield()
    sched_setaffinity() sched_getaffinity() posix_openpt():13- grantpt():13- unlockpt():13- ptsname():13- openpty() login_tty() forkpty() getegid()
    geteuid() getgid() getgrouplist() getgroups() getpid() getpgrp() getppid() getuid() getlogin() kill() killpg() setuid() seteuid() setreuid()
    setgid() setegid() setregid() setgroups() initgroups() getpgid() setpgrp() wait() wait3() wait4() waitid() waitpid() pidfd_open() getsid()
    setsid() setpgid() tcgetpgrp() tcsetpgrp() open() close() closerange() device_encoding() dup() dup2() lockf() lseek() read() readinto():14-
    readv() pread() preadv() write() writev() pwrite() pwritev() sendfile() fstat() isatty() pipe() pipe2() mkfifo() mknod() major() minor()
    makedev() ftruncate() truncate() posix_fallocate() posix_fadvise() putenv() unsetenv() strerror() fchdir() fsync() sync() fdatasync() WCOREDUMP()
    WIFCONTINUED() WIFSTOPPED() WIFSIGNALED() WIFEXITED() WEXITSTATUS() WTERMSIG() WSTOPSIG() fstatvfs() statvfs() confstr() sysconf() fpathconf()
    pathconf() abort() getloadavg() urandom() setresuid() setresgid() getresuid() getresgid() getxattr() setxattr() removexattr() listxattr()
    get_terminal_size() cpu_count() get_inheritable() set_inheritable() get_blocking() set_blocking() scandir() fspath() getrandom() memfd_create()
    eventfd() eventfd_read() eventfd_write() waitstatus_to_exitcode() setns():12- unshare():12- timerfd_create():13- timerfd_settime():13-
    timerfd_settime_ns():13- timerfd_gettime():13- timerfd_gettime_ns():13- statx_result:15- environ F_OK R_OK W_OK X_OK NGROUPS_MAX TMP_MAX
    WCONTINUED WNOHANG WUNTRACED O_RDONLY O_WRONLY O_RDWR O_NDELAY O_NONBLOCK O_APPEND O_DSYNC O_RSYNC O_SYNC O_NOCTTY O_CREAT O_EXCL O_TRUNC
    O_LARGEFILE O_PATH O_TMPFILE PRIO_PROCESS PRIO_PGRP PRIO_USER O_CLOEXEC O_ACCMODE O_FSYNC SEEK_HOLE SEEK_DATA O_ASYNC O_DIRECT O_DIRECTORY
    O_NOFOLLOW O_NOATIME EX_OK EX_USAGE EX_DATAERR EX_NOINPUT EX_NOUSER EX_NOHOST EX_UNAVAILABLE EX_SOFTWARE EX_OSERR EX_OSFILE EX_CANTCREAT EX_IOERR
    EX_TEMPFAIL EX_PROTOCOL EX_NOPERM EX_CONFIG ST_RDONLY ST_NOSUID ST_NODEV ST_NOEXEC ST_SYNCHRONOUS ST_MANDLOCK ST_WRITE ST_APPEND ST_NOATIME
    ST_NODIRATIME ST_RELATIME TFD_NONBLOCK:13- TFD_CLOEXEC:13- TFD_TIMER_ABSTIME:13- TFD_TIMER_CANCEL_ON_SET:13- POSIX_FADV_NORMAL
    POSIX_FADV_SEQUENTIAL POSIX_FADV_RANDOM POSIX_FADV_NOREUSE POSIX_FADV_WILLNEED POSIX_FADV_DONTNEED P_PID P_PGID P_ALL P_PIDFD PIDFD_NONBLOCK:14-
    WEXITED WNOWAIT WSTOPPED CLD_EXITED CLD_KILLED CLD_DUMPED CLD_TRAPPED CLD_STOPPED CLD_CONTINUED F_LOCK F_TLOCK F_ULOCK F_TEST RWF_DSYNC RWF_HIPRI
    RWF_SYNC RWF_NOWAIT RWF_DONTCACHE:15- RWF_ATOMIC:15- RWF_APPEND SPLICE_F_MOVE SPLICE_F_NONBLOCK SPLICE_F_MORE POSIX_SPAWN_OPEN POSIX_SPAWN_CLOSE
    POSIX_SPAWN_DUP2 POSIX_SPAWN_CLOSEFROM:13- SCHED_OTHER SCHED_DEADLINE:14- SCHED_FIFO SCHED_NORMAL:14- SCHED_RR SCHED_BATCH SCHED_IDLE
    SCHED_RESET_ON_FORK CLONE_FS:12- CLONE_FILES:12- CLONE_NEWNS:12- CLONE_NEWCGROUP:12- CLONE_NEWUTS:12- CLONE_NEWIPC:12- CLONE_NEWUSER:12-
    CLONE_NEWPID:12- CLONE_NEWNET:12- CLONE_NEWTIME:12- CLONE_SYSVSEM:12- CLONE_THREAD:12- CLONE_SIGHAND:12- CLONE_VM:12- XATTR_CREATE XATTR_REPLACE
    XATTR_SIZE_MAX RTLD_LAZY RTLD_NOW RTLD_GLOBAL RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_DEEPBIND GRND_RANDOM GRND_NONBLOCK MFD_CLOEXEC
    MFD_ALLOW_SEALING MFD_HUGETLB MFD_HUGE_SHIFT MFD_HUGE_MASK MFD_HUGE_64KB MFD_HUGE_512KB MFD_HUGE_1MB MFD_HUGE_2MB MFD_HUGE_8MB MFD_HUGE_16MB
    MFD_HUGE_32MB MFD_HUGE_256MB MFD_HUGE_512MB MFD_HUGE_1GB MFD_HUGE_2GB MFD_HUGE_16GB EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE NODEV:15-
    AT_NO_AUTOMOUNT:15- STATX_TYPE:15- STATX_MODE:15- STATX_NLINK:15- STATX_UID:15- STATX_GID:15- STATX_ATIME:15- STATX_MTIME:15- STATX_CTIME:15-
    STATX_INO:15- STATX_SIZE:15- STATX_BLOCKS:15- STATX_BASIC_STATS:15- STATX_BTIME:15- STATX_MNT_ID:15- STATX_DIOALIGN:15- STATX_MNT_ID_UNIQUE:15-
    STATX_SUBVOL:15- STATX_WRITE_ATOMIC:15- STATX_DIO_READ_ALIGN:15- AT_STATX_SYNC_AS_STAT:15- AT_STATX_FORCE_SYNC:15- AT_STATX_DONT_SYNC:15-
    pathconf_names confstr_names sysconf_names error waitid_result stat_result statvfs_result sched_param terminal_size DirEntry times_result
    uname_result _exit() _clearenv():15- path _create_environ():14- curdir pardir sep pathsep defpath extsep altsep devnull supports_dir_fd
    supports_effective_ids supports_fd supports_follow_symlinks SEEK_SET SEEK_CUR SEEK_END makedirs removedirs renames _walk_symlinks_as_files:13-
    walk _walk:-11 fwalk _fwalk_walk:13- _fwalk_yield:13- _fwalk_close:13- _fwalk execl execle execlp execlpe execvp execvpe _execvpe get_exec_path
    MutableMapping Mapping _Environ reload_environ:14- getenv supports_bytes_environ environb getenvb fsencode fsdecode P_WAIT P_NOWAIT P_NOWAITO
    _spawnvef spawnv spawnve spawnvp spawnvpe spawnl spawnle spawnlp spawnlpe popen _wrap_close fdopen _fspath PathLike process_cpu_count:13-`,
  posixpath: `
    __name__ __doc__ __package__ __loader__ __spec__ curdir pardir extsep sep pathsep defpath altsep devnull errno:14- os sys stat genericpath
    commonprefix exists getatime getctime getmtime getsize isdevdrive:13- isdir isfile samefile sameopenfile samestat ALL_BUT_LAST:15-
    ALLOW_MISSING:14- __all__ _get_sep normcase isabs join split splitext splitdrive splitroot():13- splitroot:12-12 basename dirname isjunction:12-
    islink lexists ismount expanduser _varpattern:14- _varsub:14- _varsubb:14- _varprog:-13 _varprogb:-13 expandvars _path_normpath():-12
    normpath():13- normpath:-12 abspath realpath _joinrealpath:-12 supports_unicode_filenames relpath commonpath`,
} as const;

export type NativeModuleName = keyof typeof tables;

export interface KnownName {
  readonly name: string;
  readonly isFunction: boolean;
}

const parse = (words: readonly string[]): KnownName[] =>
  words.map((word) => (word.endsWith('()') ? { name: word.slice(0, -2), isFunction: true } : { name: word, isFunction: false }));

const readers = Object.fromEntries(Object.entries(tables).map(([module, table]) => [module, inVersion(table, parse)]));

/** The names that `module` has in a version, in order. */
export const knownNames = (module: NativeModuleName, version: PythonVersion): readonly KnownName[] => readers[module]!(version);
