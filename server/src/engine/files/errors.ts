/** The error numbers of Linux that file operations answer. */
export const enum Errno {
  EPERM = 1,
  ENOENT = 2,
  ESRCH = 3,
  EIO = 5,
  ENXIO = 6,
  EBADF = 9,
  ECHILD = 10,
  EAGAIN = 11,
  ENOMEM = 12,
  EACCES = 13,
  EBUSY = 16,
  EEXIST = 17,
  ENODEV = 19,
  ENOTDIR = 20,
  EISDIR = 21,
  EINVAL = 22,
  EMFILE = 24,
  ENOTTY = 25,
  EFBIG = 27,
  ENOSPC = 28,
  ESPIPE = 29,
  EROFS = 30,
  EMLINK = 31,
  EPIPE = 32,
  ENAMETOOLONG = 36,
  ENOTEMPTY = 39,
  ELOOP = 40,
  EOVERFLOW = 75,
  ENOTSOCK = 88,
  EMSGSIZE = 90,
  ENOPROTOOPT = 92,
  EPROTONOSUPPORT = 93,
  EOPNOTSUPP = 95,
  EAFNOSUPPORT = 97,
  ENOTCONN = 107,
}

/** What an operation on files throws: never seen by a program, which gets an OSError with this number. */
export class FileError {
  constructor(readonly errno: Errno) {}
}

export function fail(errno: Errno): never {
  throw new FileError(errno);
}
