import { OpenFlag, Whence } from '../../files/descriptors.ts';
import { Errno, FileError } from '../../files/errors.ts';
import { FileType } from '../../files/nodes.ts';
import { FALSE, NONE, OVERFLOW_ERROR, RUNTIME_ERROR, TRUE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { badArgument, isInt, isStr, toSize } from '../../objects/arguments.ts';
import { getAttrOrNull, setAttr } from '../../objects/core/attributes.ts';
import { caught, raise, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { enterRepr, index, leaveRepr, repr, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { modulesOf } from '../../versions/modules.ts';
import { fileText, fspath } from '../posix/paths.ts';
import { system } from '../posix/system.ts';
import { unsupportedOperation } from './calls.ts';

/** Payload of a FileIO: the descriptor and what it was opened for. Its name is in its dict. */
export class FileIO {
  /** −1 when closed. */
  fd = -1;
  created = false;
  readable = false;
  writable = false;
  appending = false;
  closefd = true;
  finalizing = false;
  /** Null until it was asked. */
  seekable: boolean | null = null;
  blockSize: number;
  /** It was opened to be emptied, which some versions show in its mode. */
  truncated = false;
  constructor(blockSize: number) {
    this.blockSize = blockSize;
  }
}

export const fileOf = (rt: Runtime, self: Ref): FileIO => rt.heap.payload[self] as FileIO;

export function newFileIO(rt: Runtime, type: Ref): Ref {
  return newInstance(rt, type, new FileIO(modulesOf(rt.profile.version).streams.defaultBufferSize));
}

const oneMode = 'Must have exactly one of create/read/write/append mode and at most one plus';

/** What a mode asks for; sets it in `file` and answers the flags of open(2). */
function readMode(rt: Runtime, file: FileIO, mode: string): number {
  let kinds = 0;
  let plus = false;
  let flags = 0;
  for (const letter of mode) {
    switch (letter) {
      case 'x':
        file.created = file.writable = true;
        flags |= OpenFlag.EXCL | OpenFlag.CREAT;
        kinds++;
        break;
      case 'r':
        file.readable = true;
        kinds++;
        break;
      case 'w':
        file.writable = file.truncated = true;
        flags |= OpenFlag.CREAT | OpenFlag.TRUNC;
        kinds++;
        break;
      case 'a':
        file.writable = file.appending = true;
        flags |= OpenFlag.APPEND | OpenFlag.CREAT;
        kinds++;
        break;
      case 'b':
        break;
      case '+':
        if (plus) raise(rt, VALUE_ERROR, oneMode);
        plus = file.readable = file.writable = true;
        break;
      default:
        raise(rt, VALUE_ERROR, `invalid mode: ${mode}`);
    }
    if (kinds > 1) raise(rt, VALUE_ERROR, oneMode);
  }
  if (kinds === 0) raise(rt, VALUE_ERROR, oneMode);
  return flags | (file.readable ? (file.writable ? OpenFlag.RDWR : OpenFlag.RDONLY) : OpenFlag.WRONLY);
}

/**
 * Mirrors _io_FileIO___init___impl(): 1 a file that is open already is closed; 2 a descriptor or a name; 3 the mode;
 * 4 the descriptor is given, opened or asked of `opener`; 5 it must not be a directory's; 6 the name; 7 the end for 'a'.
 */
export function* initFileIO(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [nameArgument, modeArgument, closefdArgument, opener = NULL] = bind(rt, 'FileIO', "file, mode='r', closefd=True, opener=None", args, keywords);
  const { heap } = rt;
  if (modeArgument !== NULL && !isStr(rt, modeArgument!)) badArgument(rt, 'FileIO', "argument 'mode'", 'str', modeArgument!);
  const mode = modeArgument === NULL ? 'r' : rt.text(modeArgument!);
  const closefd = closefdArgument === NULL || closefdArgument === TRUE || (closefdArgument !== FALSE && (yield* truth(rt, closefdArgument!)));
  const file = fileOf(rt, self);
  // 1
  if (file.fd >= 0) {
    const { fd } = file;
    file.fd = -1;
    if (file.closefd) system(rt, () => rt.files.descriptors.close(fd));
  }
  // 2
  const name = nameArgument!;
  let given = -1;
  if (isInt(rt, name)) {
    const value = yield* index(rt, name);
    if (value < 0) raise(rt, VALUE_ERROR, 'negative file descriptor');
    if (value > 0x7fffffff) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C int');
    given = Number(value);
  }
  const path = given < 0 ? yield* fspath(rt, name) : NULL;
  try {
    const text = path === NULL ? '' : fileText(rt, path);
    if (text.includes('\0')) raise(rt, VALUE_ERROR, 'embedded null byte');
    // 3
    const flags = readMode(rt, file, mode) | OpenFlag.CLOEXEC;
    // 4
    let own = false;
    if (given >= 0) {
      file.fd = given;
      file.closefd = closefd;
    } else {
      if (!closefd) raise(rt, VALUE_ERROR, 'Cannot use closefd=False with file name');
      own = true;
      if (opener === NULL || opener === NONE) file.fd = system(rt, () => rt.files.open(text, flags, 0o666), name);
      else file.fd = yield* callOpener(rt, opener, name, flags);
    }
    try {
      // 5
      const { mode: kind, blockSize } = statForOpen(rt, file.fd);
      if ((kind & FileType.MASK) === FileType.DIRECTORY) raiseOsError(rt, Errno.EISDIR, name);
      if (blockSize > 1) file.blockSize = blockSize;
      // 6
      yield* settle(rt, setAttr(rt, self, rt.name('name'), name));
      // 7
      if (file.appending) system(rt, () => rt.files.descriptors.seek(file.fd, 0, Whence.END), name);
    } catch (error) {
      const exception = caught(rt, error);
      if (!own) file.fd = -1;
      else if (file.fd >= 0) closeQuietly(rt, file);
      rethrow(rt, exception);
    }
    return NULL;
  } finally {
    heap.xdecref(path);
  }
}

function closeQuietly(rt: Runtime, file: FileIO): void {
  const { fd } = file;
  file.fd = -1;
  try {
    rt.files.descriptors.close(fd);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

function statForOpen(rt: Runtime, fd: number): { readonly mode: number; readonly blockSize: number } {
  const { mode } = system(rt, () => rt.files.fstat(fd));
  return { mode, blockSize: 4096 };
}

function* callOpener(rt: Runtime, opener: Ref, name: Ref, flags: number): Steps<number> {
  const argument = rt.newInt(flags);
  let result: Ref;
  try {
    result = yield { callable: opener, args: [name, argument], keywords: NULL };
  } finally {
    rt.heap.decref(argument);
  }
  const isNumber = isInt(rt, result);
  const value = isNumber ? Number(rt.heap.payload[result]) : -1;
  rt.heap.decref(result);
  if (!isNumber) raise(rt, TYPE_ERROR, 'expected integer from opener');
  if (value < 0) raise(rt, VALUE_ERROR, `opener returned ${value}`);
  return value;
}

export function modeOf(rt: Runtime, file: FileIO): string {
  const { created, appending, readable, writable, truncated } = file;
  if (created) return readable ? 'xb+' : 'xb';
  if (appending) return readable ? 'ab+' : 'ab';
  if (readable && writable) return truncated && modulesOf(rt.profile.version).streams.modeShowsTruncation ? 'wb+' : 'rb+';
  return readable ? 'rb' : 'wb';
}

/** The payload of a file that is open. */
export function openFile(rt: Runtime, self: Ref): FileIO {
  const file = fileOf(rt, self);
  if (file.fd < 0) raise(rt, VALUE_ERROR, 'I/O operation on closed file');
  return file;
}

export function readableFile(rt: Runtime, self: Ref): FileIO {
  const file = openFile(rt, self);
  return file.readable ? file : unsupportedOperation(rt, 'File not open for reading');
}

export function writableFile(rt: Runtime, self: Ref): FileIO {
  const file = openFile(rt, self);
  return file.writable ? file : unsupportedOperation(rt, 'File not open for writing');
}

/** A system call that would have to wait answers null instead. */
function unlessBlocked<T>(rt: Runtime, call: () => T): T | null {
  return system(rt, () => {
    try {
      return call();
    } catch (error) {
      if (error instanceof FileError && error.errno === Errno.EAGAIN) return null;
      throw error;
    }
  });
}

/** Reads once; null where there is nothing yet. */
export function readFile(rt: Runtime, self: Ref, count: number): Uint8Array | null {
  const file = readableFile(rt, self);
  return unlessBlocked(rt, () => rt.files.descriptors.read(file.fd, count));
}

/** Everything to the end. */
export function readFileToEnd(rt: Runtime, self: Ref): Uint8Array | null {
  const file = readableFile(rt, self);
  return unlessBlocked(rt, () => {
    const { descriptors } = rt.files;
    if (descriptors.node(file.fd).type !== FileType.FIFO) return descriptors.read(file.fd, Infinity);
    const parts: Uint8Array[] = [];
    for (;;) {
      const part = descriptors.read(file.fd, 65536);
      if (part.length === 0) break;
      parts.push(part);
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  });
}

/** Writes once; null where there is no room yet. */
export function writeFile(rt: Runtime, self: Ref, bytes: Uint8Array): number | null {
  const file = writableFile(rt, self);
  return unlessBlocked(rt, () => rt.files.descriptors.write(file.fd, bytes));
}

export function seekFile(rt: Runtime, self: Ref, offset: number, whence: number): number {
  const file = openFile(rt, self);
  return system(rt, () => rt.files.descriptors.seek(file.fd, offset, whence));
}

/** Mirrors _io_FileIO_seekable_impl(): asks once. */
export function isSeekable(rt: Runtime, self: Ref): boolean {
  const file = openFile(rt, self);
  if (file.seekable === null) {
    try {
      rt.files.descriptors.seek(file.fd, 0, Whence.CUR);
      file.seekable = true;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      file.seekable = false;
    }
  }
  return file.seekable;
}

/** Closes the descriptor, if it is the file's own to close (internal_close). */
export function closeDescriptor(rt: Runtime, self: Ref): void {
  const { fd, closefd } = fileOf(rt, self);
  fileOf(rt, self).fd = -1;
  if (fd >= 0 && closefd) system(rt, () => rt.files.descriptors.close(fd));
}

/** Mirrors fileio_repr(). */
export function* showFile(rt: Runtime, self: Ref): Steps<Ref> {
  const file = fileOf(rt, self);
  const type = modulesOf(rt.profile.version).streams.reprShowsType ? typeName(rt, self) : '_io.FileIO';
  if (file.fd < 0) return rt.newStr(`<${type} [closed]>`);
  const closefd = file.closefd ? 'True' : 'False';
  const name = yield* getAttrOrNull(rt, self, rt.name('name'));
  if (name === NULL) return rt.newStr(`<${type} fd=${file.fd} mode='${modeOf(rt, file)}' closefd=${closefd}>`);
  try {
    if (!enterRepr(rt, self)) raise(rt, RUNTIME_ERROR, `reentrant call inside ${typeName(rt, self)}.__repr__`);
    try {
      const shown = yield* settle(rt, repr(rt, name));
      const text = `<${type} name=${rt.text(shown)} mode='${modeOf(rt, file)}' closefd=${closefd}>`;
      rt.heap.decref(shown);
      return rt.newStr(text);
    } finally {
      leaveRepr(rt, self);
    }
  } finally {
    rt.heap.decref(name);
  }
}

export const orNone = (rt: Runtime, bytes: Uint8Array | null): Ref => (bytes === null ? NONE : newBytes(rt, bytes));

/** A position or size as C's off_t. */
export function* offsetArgument(rt: Runtime, object: Ref): Steps<number> {
  return toSize(rt, yield* index(rt, object));
}
