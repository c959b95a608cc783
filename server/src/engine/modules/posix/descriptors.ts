import { OpenFlag } from '../../files/descriptors.ts';
import { Errno } from '../../files/errors.ts';
import { FileType } from '../../files/nodes.ts';
import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes, newTuple } from '../../objects/core/make.ts';
import { suspending, type NativeFunction, type NativeSteps } from '../../objects/core/native.ts';
import { collect, index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { concat } from '../../text/bytes.ts';
import { directoryArgument, pathArgument, releasePath } from './paths.ts';
import { succeeds } from './stat.ts';
import { system, waitingSystem } from './system.ts';

/** The most that one call reads or writes on Linux. */
const mostBytes = 0x7ffff000;

function* read(rt: Runtime, fd: Ref, length: Ref): Steps<Ref> {
  const descriptor = yield* cInt(rt, fd);
  const count = Number(yield* index(rt, length));
  if (count < 0) raiseOsError(rt, Errno.EINVAL);
  return newBytes(rt, yield* waitingSystem(rt, () => rt.files.descriptors.read(descriptor, Math.min(count, mostBytes))));
}

/** `os.write`: straight to the file, past what `sys.stdout` still holds. */
function* write(rt: Runtime, fd: Ref, data: Ref): Steps<Ref> {
  const descriptor = yield* cInt(rt, fd);
  const bytes = bytesLike(rt, data);
  rt.charge(bytes.length >> 5);
  return rt.newInt(yield* waitingSystem(rt, () => rt.files.descriptors.write(descriptor, bytes.slice())));
}

function* open(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  const [path, flags, mode, directory] = args;
  const given = yield* pathArgument(rt, 'open', path!);
  try {
    const bits = yield* cInt(rt, flags!);
    const permissions = mode === NULL ? 0o777 : yield* cInt(rt, mode!);
    const at = yield* directoryArgument(rt, directory!);
    return rt.newInt(system(rt, () => rt.files.open(given.text, bits, permissions, at), given.object));
  } finally {
    releasePath(rt, given);
  }
}

/** A function of a descriptor that only has to be there. */
const onDescriptor = (name: string, signature: string, work: (rt: Runtime, descriptor: number) => Ref): NativeFunction =>
  suspending(name, signature, function* (rt, _module, [fd]) {
    const descriptor = yield* cInt(rt, fd!);
    return system(rt, () => work(rt, descriptor));
  });

const vectors = (name: string, work: (rt: Runtime, descriptor: number, buffers: readonly Ref[]) => Ref): NativeFunction =>
  suspending(name, 'fd, buffers, /', function* (rt, _module, [fd, buffers]) {
    const descriptor = yield* cInt(rt, fd!);
    if (rt.typeOf(buffers!).slots.sq_item === undefined) raise(rt, TYPE_ERROR, `${name}() arg 2 must be a sequence`);
    const items = yield* collect(rt, buffers!);
    try {
      return work(rt, descriptor, items);
    } finally {
      for (const item of items) rt.heap.decref(item);
    }
  });

const flush: NativeSteps = function* (rt, _module, [fd]) {
  const value = rt.heap.payload[fd!];
  if (typeof value !== 'number' && rt.typeOf(fd!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'argument must be an int, or have a fileno() method.');
  const descriptor = yield* cInt(rt, fd!);
  system(rt, () => rt.files.descriptors.of(descriptor));
  return NONE;
};

export const descriptorFunctions: readonly NativeFunction[] = [
  suspending('open', 'path, flags, mode=511, *, dir_fd=None', (rt, _module, args) => open(rt, args)),
  onDescriptor('close', 'fd', (rt, descriptor) => {
    rt.files.descriptors.close(descriptor);
    return NONE;
  }),
  suspending('closerange', 'fd_low, fd_high, /', function* (rt, _module, [low, high]) {
    const [first, last] = [yield* cInt(rt, low!), yield* cInt(rt, high!)];
    for (let descriptor = Math.max(first, 0); descriptor < Math.min(last, 1024); descriptor++) {
      succeeds(() => {
        rt.files.descriptors.close(descriptor);
        return true;
      });
    }
    return NONE;
  }),
  suspending('read', 'fd, length, /', (rt, _module, [fd, length]) => read(rt, fd!, length!)),
  suspending('write', 'fd, data, /', (rt, _module, [fd, data]) => write(rt, fd!, data!)),
  suspending('pread', 'fd, length, offset, /', function* (rt, _module, [fd, length, offset]) {
    const descriptor = yield* cInt(rt, fd!);
    const count = Number(yield* index(rt, length!));
    const at = Number(yield* index(rt, offset!));
    if (count < 0 || at < 0) raiseOsError(rt, Errno.EINVAL);
    const { descriptors } = rt.files;
    return newBytes(
      rt,
      system(rt, () => descriptors.readAt(descriptors.node(descriptor), at, Math.min(count, mostBytes))),
    );
  }),
  suspending('pwrite', 'fd, buffer, offset, /', function* (rt, _module, [fd, buffer, offset]) {
    const descriptor = yield* cInt(rt, fd!);
    const bytes = bytesLike(rt, buffer!).slice();
    const at = Number(yield* index(rt, offset!));
    if (at < 0) raiseOsError(rt, Errno.EINVAL);
    const { descriptors } = rt.files;
    return rt.newInt(
      system(rt, () => {
        if (!descriptors.file(descriptor).writes) return raiseOsError(rt, Errno.EBADF);
        return descriptors.writeAt(descriptors.node(descriptor), at, bytes);
      }),
    );
  }),
  vectors('writev', (rt, descriptor, buffers) => {
    const whole = concat(...buffers.map((buffer) => bytesLike(rt, buffer)));
    return rt.newInt(system(rt, () => rt.files.descriptors.write(descriptor, whole)));
  }),
  suspending('lseek', 'fd, position, how, /', function* (rt, _module, [fd, position, how]) {
    const descriptor = yield* cInt(rt, fd!);
    const whence = yield* cInt(rt, how!);
    const offset = Number(yield* index(rt, position!));
    return rt.newInt(system(rt, () => rt.files.descriptors.seek(descriptor, offset, whence)));
  }),
  suspending('ftruncate', 'fd, length, /', function* (rt, _module, [fd, length]) {
    const descriptor = yield* cInt(rt, fd!);
    const size = Number(yield* index(rt, length!));
    system(rt, () => rt.files.descriptors.truncate(descriptor, size));
    return NONE;
  }),
  onDescriptor('dup', 'fd, /', (rt, descriptor) => rt.newInt(rt.files.descriptors.duplicate(descriptor, false))),
  suspending('dup2', 'fd, fd2, inheritable=True', function* (rt, _module, [fd, fd2, inheritable]) {
    const [from, to] = [yield* cInt(rt, fd!), yield* cInt(rt, fd2!)];
    const inherits = inheritable === NULL || (yield* truth(rt, inheritable!));
    if (from < 0 || to < 0) raiseOsError(rt, Errno.EBADF);
    system(rt, () => rt.files.descriptors.duplicateTo(from, to, inherits));
    return rt.newInt(to);
  }),
  suspending('pipe', '', function* (rt) {
    return pair(rt, 0);
  }),
  suspending('pipe2', 'flags, /', function* (rt, _module, [flags]) {
    return pair(rt, yield* cInt(rt, flags!));
  }),
  suspending('isatty', 'fd, /', function* (rt, _module, [fd]) {
    yield* cInt(rt, fd!);
    return rt.newBool(false);
  }),
  suspending('fsync', 'fd', flush),
  suspending('fdatasync', 'fd', flush),
  suspending('sync', '', function* () {
    return NONE;
  }),
  onDescriptor('get_inheritable', 'fd, /', (rt, descriptor) => rt.newBool(rt.files.descriptors.of(descriptor).inheritable)),
  suspending('set_inheritable', 'fd, inheritable, /', function* (rt, _module, [fd, inheritable]) {
    const descriptor = yield* cInt(rt, fd!);
    const inherits = (yield* cInt(rt, inheritable!)) !== 0;
    system(rt, () => {
      rt.files.descriptors.of(descriptor).inheritable = inherits;
    });
    return NONE;
  }),
  onDescriptor('get_blocking', 'fd, /', (rt, descriptor) => rt.newBool((rt.files.descriptors.file(descriptor).flags & OpenFlag.NONBLOCK) === 0)),
  suspending('set_blocking', 'fd, blocking, /', function* (rt, _module, [fd, blocking]) {
    const descriptor = yield* cInt(rt, fd!);
    const blocks = yield* truth(rt, blocking!);
    system(rt, () => {
      const file = rt.files.descriptors.file(descriptor);
      file.flags = blocks ? file.flags & ~OpenFlag.NONBLOCK : file.flags | OpenFlag.NONBLOCK;
    });
    return NONE;
  }),
  suspending('device_encoding', 'fd', function* (rt, _module, [fd]) {
    yield* cInt(rt, fd!);
    return NONE;
  }),
  onDescriptor('ttyname', 'fd, /', (rt, descriptor) => {
    rt.files.descriptors.of(descriptor);
    return raiseOsError(rt, Errno.ENOTTY);
  }),
  suspending('get_terminal_size', 'fd=, /', function* (rt, _module, [fd]) {
    const descriptor = fd === NULL ? 1 : yield* cInt(rt, fd!);
    system(rt, () => rt.files.descriptors.of(descriptor));
    return raiseOsError(rt, Errno.ENOTTY);
  }),
  suspending('posix_fallocate', 'fd, offset, length, /', function* (rt, _module, [fd, offset, length]) {
    const descriptor = yield* cInt(rt, fd!);
    const end = Number(yield* index(rt, offset!)) + Number(yield* index(rt, length!));
    const { descriptors } = rt.files;
    system(rt, () => {
      const node = descriptors.node(descriptor);
      if (node.type !== FileType.REGULAR) raiseOsError(rt, Errno.ENODEV);
      if (end > node.size) descriptors.truncate(descriptor, end);
    });
    return NONE;
  }),
];

function pair(rt: Runtime, flags: number): Ref {
  const [reading, writing] = system(rt, () => rt.files.pipe(flags & OpenFlag.NONBLOCK));
  return newTuple(rt, [rt.newInt(reading), rt.newInt(writing)]);
}

