import type { Layout } from '../../heap/heap.ts';
import { BUFFER_ERROR, BYTES, NONE, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, isTuple, toSize } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { instanceDict } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newBytes, newList, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeBody, type NativeFunction, type NativeSteps } from '../../objects/core/native.ts';
import { index, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { dictUpdate } from '../../objects/dictupdate.ts';
import { viewOfBytesIO, type Exporting } from './bytesbuffer.ts';
import { memoryToFill } from './bases.ts';
import { modulesOf } from '../../versions/modules.ts';
import { closedError, ioFlags, sizeArgument } from './calls.ts';
import { releaseAttributes } from './layout.ts';
import { BUFFERED_IO_BASE, BYTES_IO } from './types.ts';

/** Payload of a BytesIO. `shared` is a bytes object with exactly its bytes, as long as nothing is written. */
class BytesIO implements Exporting {
  private storage = new Uint8Array(0);
  size = 0;
  position = 0;
  closed = false;
  shared: Ref = NULL;
  exports = 0;

  get bytes(): Uint8Array {
    return this.storage.subarray(0, this.size);
  }

  /** Takes over bytes that nobody changes: they are copied before the first write. */
  adopt(bytes: Uint8Array, shared: Ref): void {
    this.storage = bytes as Uint8Array<ArrayBuffer>;
    this.size = bytes.length;
    this.shared = shared;
  }

  private reserve(size: number): void {
    if (size <= this.storage.length) return;
    const wide = new Uint8Array(Math.max(size, Math.min(this.storage.length * 2, this.storage.length + (1 << 20))));
    wide.set(this.bytes);
    this.storage = wide;
  }

  /** Makes the bytes its own before they change; answers the reference to drop. */
  unshare(): Ref {
    const { shared } = this;
    if (shared !== NULL) this.storage = this.storage.slice(0, this.size);
    this.shared = NULL;
    return shared;
  }

  write(bytes: Uint8Array): void {
    const end = this.position + bytes.length;
    this.reserve(end);
    if (this.position > this.size) this.storage.fill(0, this.size, this.position);
    this.storage.set(bytes, this.position);
    this.position = end;
    if (end > this.size) this.size = end;
  }

  truncate(size: number): void {
    if (size < this.size) this.size = size;
  }
}

const layout: Layout = {
  traverse: (payload, visit) => {
    const { shared } = payload as BytesIO;
    if (shared !== NULL) visit(shared);
  },
  clear: (payload, released, heap, object) => {
    const { shared } = payload as BytesIO;
    (payload as BytesIO).shared = NULL;
    if (shared !== NULL) released.push(shared);
    releaseAttributes(released, heap, object);
  },
};

const objectOf = (rt: Runtime, self: Ref): BytesIO => rt.heap.payload[self] as BytesIO;

export function openBytesIO(rt: Runtime, self: Ref): BytesIO {
  const object = objectOf(rt, self);
  return object.closed ? closedError(rt) : object;
}

/** What changes its size is refused while views show it (check_exports). */
function checkExports(rt: Runtime, object: BytesIO): void {
  if (object.exports > 0) raise(rt, BUFFER_ERROR, 'Existing exports of data: object cannot be re-sized');
}

function* init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [initial] = bind(rt, 'BytesIO', "initial_bytes=b''", args, keywords);
  const object = objectOf(rt, self);
  if (modulesOf(rt.profile.version).streams.bytesAreCheckedFirst) checkExports(rt, object);
  const old = object.exports > 0 ? NULL : object.unshare();
  object.size = object.position = 0;
  checkExports(rt, object);
  rt.heap.xdecref(old);
  if (initial === NULL || initial === NONE) return NULL;
  if (rt.heap.type[initial!] === BYTES) object.adopt(rt.heap.payload[initial!] as Uint8Array, rt.heap.incref(initial!));
  else {
    write(rt, object, initial!);
    object.position = 0;
  }
  return NULL;
}

function write(rt: Runtime, object: BytesIO, data: Ref): number {
  checkExports(rt, object);
  const bytes = bytesLike(rt, data);
  if (bytes.length === 0) return 0;
  rt.charge(bytes.length >> 6, Math.max(object.position + bytes.length - object.size, 0) + (object.shared === NULL ? 0 : object.size));
  const old = object.unshare();
  object.write(bytes);
  rt.heap.xdecref(old);
  return bytes.length;
}

/** A new bytes object of a stretch; the shared one where it is all of it. */
function slice(rt: Runtime, object: BytesIO, start: number, end: number): Ref {
  if (start === 0 && end === object.size && end > 1 && object.shared !== NULL) return rt.heap.incref(object.shared);
  rt.charge((end - start) >> 6, end - start);
  return newBytes(rt, object.bytes.slice(start, end));
}

function take(rt: Runtime, object: BytesIO, count: number): Ref {
  const start = Math.min(object.position, object.size);
  const left = object.size - start;
  const end = start + (count < 0 || count > left ? left : count);
  const result = slice(rt, object, start, end);
  if (end > start) object.position = end;
  return result;
}

function lineFrom(object: BytesIO, limit: number): number {
  const { bytes, position } = object;
  if (position >= bytes.length) return 0;
  const at = bytes.indexOf(10, position);
  const length = (at < 0 ? bytes.length : at + 1) - position;
  return limit >= 0 && limit < length ? limit : length;
}

function getValue(rt: Runtime, object: BytesIO): Ref {
  if (object.exports > 0) return newBytes(rt, object.bytes.slice());
  if (object.shared === NULL || object.size !== (rt.heap.payload[object.shared] as Uint8Array).length) {
    rt.charge(object.size >> 6, object.size);
    const old = object.shared;
    const value = newBytes(rt, object.bytes.slice());
    rt.heap.xdecref(old);
    object.adopt(rt.heap.payload[value] as Uint8Array, value);
  }
  return rt.heap.incref(object.shared);
}

function* seek(rt: Runtime, self: Ref, offset: Ref, whence: Ref): Steps<Ref> {
  const object = openBytesIO(rt, self);
  let position = toSize(rt, yield* index(rt, offset));
  const how = whence === NULL ? 0 : yield* cInt(rt, whence);
  if (position < 0 && how === 0) raise(rt, VALUE_ERROR, `negative seek value ${position}`);
  if (how < 0 || how > 2) raise(rt, VALUE_ERROR, `invalid whence (${how}, should be 0, 1 or 2)`);
  if (how > 0) position += how === 1 ? object.position : object.size;
  if (position > Number.MAX_SAFE_INTEGER * 1024) raise(rt, OVERFLOW_ERROR, 'new position too large');
  object.position = Math.max(position, 0);
  return rt.newInt(object.position);
}

function* truncate(rt: Runtime, self: Ref, size: Ref): Steps<Ref> {
  const object = openBytesIO(rt, self);
  checkExports(rt, object);
  const end = size === NULL || size === NONE ? object.position : toSize(rt, yield* index(rt, size));
  if (end < 0) raise(rt, VALUE_ERROR, `negative size value ${end}`);
  if (end < object.size) {
    const old = object.unshare();
    object.truncate(end);
    rt.heap.xdecref(old);
  }
  return rt.newInt(end);
}

function* readlines(rt: Runtime, self: Ref, size: Ref): Steps<Ref> {
  const object = openBytesIO(rt, self);
  const most = yield* sizeArgument(rt, size);
  const lines: Ref[] = [];
  let total = 0;
  for (let length = lineFrom(object, -1); length > 0; length = lineFrom(object, -1)) {
    rt.charge(1);
    lines.push(take(rt, object, length));
    total += length;
    if (most > 0 && total >= most) break;
  }
  return newList(rt, lines);
}

function* writelines(rt: Runtime, self: Ref, lines: Ref): Steps<Ref> {
  openBytesIO(rt, self);
  const iterator = yield* settle(rt, iter(rt, lines));
  try {
    for (;;) {
      const line = yield* settle(rt, next(rt, iterator));
      if (line === NULL) return NONE;
      try {
        write(rt, openBytesIO(rt, self), line);
      } finally {
        rt.heap.decref(line);
      }
    }
  } finally {
    rt.heap.decref(iterator);
  }
}

function* setState(rt: Runtime, self: Ref, state: Ref): Steps<Ref> {
  const items = isTuple(rt, state) ? itemsOf(rt, state) : [];
  if (items.length < 3) raise(rt, TYPE_ERROR, `${typeName(rt, self)}.__setstate__ argument should be 3-tuple, got ${typeName(rt, state)}`);
  const [value, position, dict] = items;
  checkExports(rt, objectOf(rt, self));
  yield* init(rt, self, [value!], NULL);
  if (rt.typeOf(position!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `second item of state must be an integer, not ${typeName(rt, position!)}`);
  const at = toSize(rt, yield* index(rt, position!));
  if (at < 0) raise(rt, VALUE_ERROR, 'position value cannot be negative');
  objectOf(rt, self).position = at;
  if (dict === NONE) return NONE;
  if (!isDict(rt, dict!)) raise(rt, TYPE_ERROR, `third item of state should be a dict, got a ${typeName(rt, dict!)}`);
  yield* settle(rt, dictUpdate(rt, instanceDict(rt, self), dict!));
  return NONE;
}

function getBuffer(rt: Runtime, object: BytesIO, _args: readonly Ref[], self: Ref): Ref {
  rt.heap.xdecref(object.unshare());
  return viewOfBytesIO(rt, self);
}

const open = (name: string, signature: string, body: (rt: Runtime, object: BytesIO, args: readonly Ref[], self: Ref) => Ref): NativeFunction =>
  native(name, signature, ((rt, self, args) => body(rt, openBytesIO(rt, self), args, self)) as NativeBody);

const reading = (name: string, signature: string, body: (rt: Runtime, object: BytesIO, count: number) => Ref): NativeFunction =>
  suspending(name, signature, function* (rt, self, [size]) {
    const object = openBytesIO(rt, self);
    return body(rt, object, yield* sizeArgument(rt, size!));
  } as NativeSteps);

defineType({
  handle: BYTES_IO,
  name: 'BytesIO',
  module: '_io',
  base: BUFFERED_IO_BASE,
  addsLayout: true,
  flags: ioFlags,
  layout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new BytesIO()),
    tp_init: (rt, self, args, keywords) => begin(rt, init(rt, self, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => {
      const object = openBytesIO(rt, self);
      const length = lineFrom(object, -1);
      return length === 0 ? NULL : take(rt, object, length);
    },
  },
  methods: [
    ...['readable', 'writable', 'seekable'].map((name) => open(name, '', (rt) => rt.newBool(true))),
    open('isatty', '', (rt) => rt.newBool(false)),
    open('flush', '', () => NONE),
    open('tell', '', (rt, object) => rt.newInt(object.position)),
    open('getvalue', '', getValue),
    open('getbuffer', '', getBuffer),
    open('write', 'b, /', (rt, object, [data]) => rt.newInt(write(rt, object, data!))),
    suspending('writelines', 'lines, /', (rt, self, [lines]) => writelines(rt, self, lines!)),
    reading('read', 'size=-1, /', take),
    reading('read1', 'size=-1, /', take),
    reading('readline', 'size=-1, /', (rt, object, limit) => take(rt, object, lineFrom(object, limit))),
    suspending('readlines', 'size=None, /', (rt, self, [size]) => readlines(rt, self, size!)),
    native('readinto', 'buffer, /', (rt, self, [buffer]) => {
      const target = memoryToFill(rt, 'readinto', buffer!);
      const object = openBytesIO(rt, self);
      const bytes = object.bytes.subarray(object.position, object.position + target.length);
      target.set(bytes);
      object.position += bytes.length;
      return rt.newInt(bytes.length);
    }),
    suspending('seek', 'pos, whence=0, /', (rt, self, [position, whence]) => seek(rt, self, position!, whence!)),
    suspending('truncate', 'size=None, /', (rt, self, [size]) => truncate(rt, self, size!)),
    native('close', '', (rt, self) => {
      checkExports(rt, objectOf(rt, self));
      const object = objectOf(rt, self);
      object.closed = true;
      const old = object.unshare();
      object.size = 0;
      rt.heap.xdecref(old);
      return NONE;
    }),
    open('__getstate__', '', (rt, object, _args, self) => {
      const dict = rt.heap.attributes[self]?.[0] ?? NULL;
      return newTuple(rt, [getValue(rt, object), rt.newInt(object.position), dict === NULL ? NONE : rt.heap.incref(dict)]);
    }),
    suspending('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
  ],
  attributes: [{ name: 'closed', get: (rt, self) => rt.newBool(objectOf(rt, self).closed) }],
});
