import { NONE, NOT_IMPLEMENTED_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr, badArgument } from '../../objects/arguments.ts';
import { newByteArray } from '../../objects/bytearray-new.ts';
import type { ByteArrayObject } from '../../objects/bytearray-object.ts';
import { acquireBuffer, isBytes, releaseBuffer, writableBytes } from '../../objects/bytes-like.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { newBytes } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { concat } from '../../text/bytes.ts';
import { modulesOf } from '../../versions/modules.ts';
import { callMethod, ioFlags, sizeArgument, unsupportedOperation } from './calls.ts';
import { BUFFERED_IO_BASE, IO_BASE, RAW_IO_BASE, TEXT_IO_BASE } from './types.ts';

/** The memory that `readinto` fills. */
export function memoryToFill(rt: Runtime, method: string, object: Ref, argument = 'argument'): Uint8Array {
  return writableBytes(rt, object) ?? badArgument(rt, method, argument, 'read-write bytes-like object', object);
}

/** Mirrors _io__RawIOBase_read_impl(): by `readinto`, or `readall` for everything. */
function* rawRead(rt: Runtime, self: Ref, count: number): Steps<Ref> {
  if (count < 0) return yield* callMethod(rt, self, 'readall');
  rt.charge(count >> 5, count);
  const { heap } = rt;
  const buffer = newByteArray(rt, new Uint8Array(count));
  try {
    const read = yield* callMethod(rt, self, 'readinto', buffer);
    if (read === NONE) return NONE;
    const size = Number(yield* index(rt, read));
    heap.decref(read);
    return newBytes(rt, (heap.payload[buffer] as ByteArrayObject).bytes.slice(0, Math.max(size, 0)));
  } finally {
    heap.decref(buffer);
  }
}

/** Mirrors _io__RawIOBase_readall_impl(). */
function* rawReadAll(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const parts: Uint8Array[] = [];
  const size = rt.newInt(modulesOf(rt.profile.version).streams.defaultBufferSize);
  try {
    for (;;) {
      const data = yield* callMethod(rt, self, 'read', size);
      if (data === NONE) {
        if (parts.length === 0) return NONE;
        break;
      }
      try {
        if (!isBytes(rt, data)) raise(rt, TYPE_ERROR, 'read() should return bytes');
        const bytes = heap.payload[data] as Uint8Array;
        if (bytes.length === 0) break;
        rt.charge(1, bytes.length);
        parts.push(bytes);
      } finally {
        heap.decref(data);
      }
    }
  } finally {
    heap.decref(size);
  }
  return newBytes(rt, concat(...parts));
}

const notImplemented = (name: string): NativeFunction => rawNative(name, (rt) => raiseWith(rt, NOT_IMPLEMENTED_ERROR));

defineType({
  handle: RAW_IO_BASE,
  name: '_RawIOBase',
  module: '_io',
  base: IO_BASE,
  flags: ioFlags,
  slots: {},
  methods: [
    suspending('read', 'size=-1, /', function* (rt, self, [size]) {
      return yield* rawRead(rt, self, yield* sizeArgument(rt, size!));
    }),
    suspending('readall', '', rawReadAll),
    notImplemented('readinto'),
    notImplemented('write'),
  ],
});

/** Mirrors _bufferediobase_readinto_generic(). */
const readInto = (name: string, reads: 'read' | 'read1'): NativeFunction =>
  suspending(name, 'buffer, /', function* (rt, self, [buffer]) {
    const target = memoryToFill(rt, name, buffer!);
    const size = rt.newInt(target.length);
    acquireBuffer(rt.heap, buffer!);
    let data: Ref = NULL;
    try {
      data = yield* callMethod(rt, self, reads, size);
      if (!isBytes(rt, data)) raise(rt, TYPE_ERROR, 'read() should return bytes');
      const bytes = rt.heap.payload[data] as Uint8Array;
      if (bytes.length > target.length) raise(rt, VALUE_ERROR, `read() returned too much data: ${target.length} bytes requested, ${bytes.length} returned`);
      target.set(bytes);
      return rt.newInt(bytes.length);
    } finally {
      releaseBuffer(rt.heap, buffer!);
      rt.heap.decref(size);
      rt.heap.xdecref(data);
    }
  });

const refuse = (name: string, signature: string): NativeFunction => native(name, signature, (rt) => unsupportedOperation(rt, name));

defineType({
  handle: BUFFERED_IO_BASE,
  name: '_BufferedIOBase',
  module: '_io',
  base: IO_BASE,
  flags: ioFlags,
  slots: {},
  methods: [refuse('detach', ''), refuse('read', 'size=-1, /'), refuse('read1', 'size=-1, /'), readInto('readinto', 'read'), readInto('readinto1', 'read1'), refuse('write', 'b, /')],
});

defineType({
  handle: TEXT_IO_BASE,
  name: '_TextIOBase',
  module: '_io',
  base: IO_BASE,
  flags: ioFlags,
  slots: {},
  methods: [
    refuse('detach', ''),
    refuse('read', 'size=-1, /'),
    refuse('readline', 'size=-1, /'),
    native('write', 's, /', (rt, _self, [text]) => {
      if (text !== NULL && !isStr(rt, text!) && modulesOf(rt.profile.version).streams.baseChecksText) badArgument(rt, 'write', 'argument 1', 'str', text!);
      return unsupportedOperation(rt, 'write');
    }),
  ],
  attributes: ['encoding', 'newlines', 'errors'].map((name) => ({ name, get: () => NONE })),
});

