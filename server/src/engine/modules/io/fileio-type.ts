import { Whence } from '../../files/descriptors.ts';
import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';
import { memoryToFill } from './bases.ts';
import { callMethod, ioFlags, sizeArgument } from './calls.ts';
import { attributesLayout } from './layout.ts';
import { bothOf, closeBase } from './iobase.ts';
import {
  closeDescriptor,
  fileOf,
  initFileIO,
  isSeekable,
  modeOf,
  newFileIO,
  offsetArgument,
  openFile,
  orNone,
  readFile,
  readFileToEnd,
  seekFile,
  showFile,
  writableFile,
  writeFile,
} from './fileio.ts';
import { system } from '../posix/system.ts';
import { FILE_IO, RAW_IO_BASE } from './types.ts';
import { warnUnclosed } from './warnings.ts';

/** Mirrors _io_FileIO_close_impl(): 1 the base's close; 2 a warning, if nobody closed it; 3 the descriptor. */
export function* closeFile(rt: Runtime, self: Ref): Steps<void> {
  const file = fileOf(rt, self);
  if (!file.closefd) {
    // 1
    try {
      yield* closeBase(rt, self);
    } finally {
      file.fd = -1;
    }
    return;
  }
  yield* bothOf(
    rt,
    () => closeBase(rt, self),
    function* () {
      // 2
      if (file.finalizing) yield* deallocWarn(rt, self, self);
      // 3
      closeDescriptor(rt, self);
    },
  );
}

/** Mirrors fileio_dealloc_warn(). */
export function* deallocWarn(rt: Runtime, self: Ref, source: Ref): Steps<void> {
  const { fd, closefd } = fileOf(rt, self);
  if (fd >= 0 && closefd) yield* warnUnclosed(rt, self, source);
}

function* truncate(rt: Runtime, self: Ref, size: Ref): Steps<Ref> {
  const file = writableFile(rt, self);
  const end = size === NULL || size === NONE ? seekFile(rt, self, 0, Whence.CUR) : yield* offsetArgument(rt, size);
  system(rt, () => rt.files.descriptors.truncate(file.fd, end));
  return size === NULL || size === NONE ? rt.newInt(end) : rt.heap.incref(size);
}

const refusePickling = (rt: Runtime, self: Ref): never =>
  raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).streams.cannotPickle(rt.typeOf(self).name));

defineType({
  handle: FILE_IO,
  name: 'FileIO',
  module: '_io',
  base: RAW_IO_BASE,
  addsLayout: true,
  flags: ioFlags,
  layout: attributesLayout,
  slots: {
    tp_new: (rt, type) => newFileIO(rt, type),
    tp_init: (rt, self, args, keywords) => begin(rt, initFileIO(rt, self, args, keywords)),
    tp_repr: (rt, self) => begin(rt, showFile(rt, self)),
  },
  methods: [
    suspending('read', 'size=-1, /', function* (rt, self, [size]) {
      const count = yield* sizeArgument(rt, size!);
      if (count < 0) return orNone(rt, readFileToEnd(rt, self));
      return orNone(rt, readFile(rt, self, Math.min(count, 0x7ffff000)));
    }),
    native('readall', '', (rt, self) => orNone(rt, readFileToEnd(rt, self))),
    native('readinto', 'buffer, /', (rt, self, [buffer]) => {
      const target = memoryToFill(rt, 'readinto', buffer!, modulesOf(rt.profile.version).streams.argument);
      const bytes = readFile(rt, self, target.length);
      if (bytes === null) return NONE;
      target.set(bytes);
      return rt.newInt(bytes.length);
    }),
    native('write', 'b, /', (rt, self, [data]) => {
      openFile(rt, self);
      const written = writeFile(rt, self, bytesLike(rt, data!).slice());
      return written === null ? NONE : rt.newInt(written);
    }),
    suspending('seek', 'pos, whence=0, /', function* (rt, self, [position, whence]) {
      openFile(rt, self);
      const how = whence === NULL ? Whence.SET : yield* cInt(rt, whence!);
      if (rt.typeOf(position!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, position!)}' object cannot be interpreted as an integer`);
      return rt.newInt(seekFile(rt, self, yield* offsetArgument(rt, position!), how));
    }),
    native('tell', '', (rt, self) => rt.newInt(seekFile(rt, self, 0, Whence.CUR))),
    suspending('truncate', 'size=None, /', (rt, self, [size]) => truncate(rt, self, size!)),
    suspending('close', '', function* (rt, self) {
      yield* closeFile(rt, self);
      return NONE;
    }),
    native('seekable', '', (rt, self) => rt.newBool(isSeekable(rt, self))),
    native('readable', '', (rt, self) => rt.newBool(openFile(rt, self).readable)),
    native('writable', '', (rt, self) => rt.newBool(openFile(rt, self).writable)),
    native('fileno', '', (rt, self) => rt.newInt(openFile(rt, self).fd)),
    native('isatty', '', (rt, self) => {
      openFile(rt, self);
      return rt.newBool(false);
    }),
    suspending('_isatty_open_only', '', (rt, self) => callMethod(rt, self, 'isatty')),
    suspending('_dealloc_warn', 'source, /', function* (rt, self, [source]) {
      yield* deallocWarn(rt, self, source!);
      return NONE;
    }),
    native('__reduce__', '', refusePickling),
    native('__reduce_ex__', 'protocol, /', refusePickling),
    native('__getstate__', '', refusePickling),
  ],
  attributes: [
    { name: 'closed', get: (rt, self) => rt.newBool(fileOf(rt, self).fd < 0) },
    { name: 'closefd', get: (rt, self) => rt.newBool(fileOf(rt, self).closefd) },
    { name: 'mode', get: (rt, self) => rt.newStr(modeOf(rt, fileOf(rt, self))) },
    {
      name: '_blksize',
      member: true,
      get: (rt, self) => rt.newInt(fileOf(rt, self).blockSize),
      set: (rt, self, value) => begin(rt, setBlockSize(rt, self, value)),
    },
    {
      name: '_finalizing',
      member: true,
      get: (rt, self) => rt.newBool(fileOf(rt, self).finalizing),
      set: (rt, self, value) => begin(rt, setFinalizing(rt, self, value)),
    },
  ],
});

function* setBlockSize(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  fileOf(rt, self).blockSize = Number(yield* index(rt, value));
  return NULL;
}

function* setFinalizing(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  fileOf(rt, self).finalizing = yield* truth(rt, value);
  return NULL;
}
