import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { FALSE, INDEX_ERROR, MEMORYVIEW, NONE, NOT_IMPLEMENTED, SLICE, STR, TRUE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { equals } from '../text/bytes.ts';
import { hashBytes, hashHigh } from '../text/hash.ts';
import { itemIndex } from './arguments.ts';
import type { ByteArrayObject } from './bytearray-object.ts';
import { bytesLike, bytesLikeNow, isByteArray } from './bytes-like.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes, newList, newTuple } from './core/make.ts';
import { native, type NativeAttribute } from './core/native.ts';
import { addressOf, index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { unsupported } from './core/unsupported.ts';
import { ManagedBuffer, MANAGED_BUFFER, MemoryView } from './memoryview-object.ts';
import { resolveSlice } from './slice.ts';

const viewOf = (rt: Runtime, self: Ref): MemoryView => rt.heap.payload[self] as MemoryView;

/** The view, or ValueError once it is released. */
function open(rt: Runtime, self: Ref): MemoryView {
  const view = viewOf(rt, self);
  if (view.released) raise(rt, VALUE_ERROR, 'operation forbidden on released memoryview object');
  return view;
}

const exporterOf = (rt: Runtime, { buffer }: MemoryView): Ref => (rt.heap.payload[buffer] as ManagedBuffer).exporter;

/** All bytes of the object that the view is of, as they are now. */
const exported = (rt: Runtime, view: MemoryView): Uint8Array => bytesLikeNow(rt, exporterOf(rt, view))!;

/** Mirrors PyMemoryView_FromObject(): a view of a view is one of the same buffer. */
export function newMemoryView(rt: Runtime, object: Ref): Ref {
  const { heap } = rt;
  if (heap.type[object] === MEMORYVIEW) {
    const { buffer, start, step, count, readonly } = open(rt, object);
    return heap.allocateTracked(MEMORYVIEW, new MemoryView(heap.incref(buffer), start, step, count, readonly));
  }
  const bytes = bytesLikeNow(rt, object);
  if (bytes === undefined) raise(rt, TYPE_ERROR, `memoryview: a bytes-like object is required, not '${typeName(rt, object)}'`);
  const isMutable = isByteArray(rt, object);
  if (isMutable) (heap.payload[object] as ByteArrayObject).exports++;
  const buffer = heap.allocateTracked(MANAGED_BUFFER, new ManagedBuffer(heap.incref(object)));
  return heap.allocateTracked(MEMORYVIEW, new MemoryView(buffer, 0, 1, bytes.length, !isMutable));
}

function* subscript(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const view = open(rt, self);
  if (rt.heap.type[key] === SLICE) {
    const { start, step, count } = yield* resolveSlice(rt, key, () => view.count);
    open(rt, self);
    const part = new MemoryView(rt.heap.incref(view.buffer), view.start + start * view.step, view.step * step, count, view.readonly);
    return rt.heap.allocateTracked(MEMORYVIEW, part);
  }
  const at = yield* offset(rt, self, view, key);
  return rt.newInt(exported(rt, view)[at]!);
}

/** Where the byte of an index is in the object. */
function* offset(rt: Runtime, self: Ref, view: MemoryView, key: Ref): Steps<number> {
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'memoryview: invalid slice key');
  const at = itemIndex(rt, key, yield* index(rt, key), view.count);
  open(rt, self);
  if (at < 0 || at >= view.count) raise(rt, INDEX_ERROR, 'index out of bounds on dimension 1');
  return view.start + at * view.step;
}

function* assign(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const view = open(rt, self);
  if (view.readonly) raise(rt, TYPE_ERROR, 'cannot modify read-only memory');
  if (value === NULL) raise(rt, TYPE_ERROR, 'cannot delete memory');
  if (rt.heap.type[key] === SLICE) {
    const { start, step, count } = yield* resolveSlice(rt, key, () => view.count);
    const bytes = bytesLikeNow(rt, value);
    if (bytes === undefined) raise(rt, TYPE_ERROR, `a bytes-like object is required, not '${typeName(rt, value)}'`);
    open(rt, self);
    if (bytes.length !== count) raise(rt, VALUE_ERROR, 'memoryview assignment: lvalue and rvalue have different structures');
    const source = bytes.slice();
    const target = exported(rt, view);
    for (let i = 0; i < count; i++) target[view.start + (start + i * step) * view.step] = source[i]!;
    return NULL;
  }
  const at = yield* offset(rt, self, view, key);
  if (rt.typeOf(value).slots.nb_index === undefined) raise(rt, TYPE_ERROR, "memoryview: invalid type for format 'B'");
  const byte = yield* index(rt, value);
  open(rt, self);
  if (byte < 0 || byte > 255) raise(rt, VALUE_ERROR, "memoryview: invalid value for format 'B'");
  exported(rt, view)[at] = Number(byte);
  return NULL;
}

function compare(rt: Runtime, self: Ref, other: Ref, op: number): Ref {
  if (op !== Compare.EQ && op !== Compare.NE) return NOT_IMPLEMENTED;
  const isEqual = self === other || (!viewOf(rt, self).released && sameBytes(rt, self, other));
  if (isEqual === null) return NOT_IMPLEMENTED;
  return isEqual === (op === Compare.EQ) ? TRUE : FALSE;
}

/** Null where the other has no bytes. */
function sameBytes(rt: Runtime, self: Ref, other: Ref): boolean | null {
  if (rt.heap.type[other] === MEMORYVIEW && viewOf(rt, other).released) return false;
  const bytes = bytesLikeNow(rt, other);
  return bytes === undefined ? null : equals(bytesLike(rt, self), bytes);
}

function release(rt: Runtime, self: Ref): Ref {
  const view = viewOf(rt, self);
  if (!view.released) {
    view.released = true;
    rt.heap.decref(view.give());
  }
  return NONE;
}

const attribute = (name: string, get: (rt: Runtime, view: MemoryView) => Ref): NativeAttribute => ({ name, get: (rt, self) => get(rt, open(rt, self)) });

const viewLayout: Layout = {
  traverse: (payload, visit) => {
    const { buffer } = payload as MemoryView;
    if (buffer !== NULL) visit(buffer);
  },
  clear: (payload, released) => {
    const view = payload as MemoryView;
    view.released = true;
    if (view.buffer !== NULL) released.push(view.give());
  },
};

defineType({
  handle: MANAGED_BUFFER,
  name: 'managedbuffer',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { exporter } = payload as ManagedBuffer;
      if (exporter !== NULL) visit(exporter);
    },
    clear: (payload, released, heap) => {
      const buffer = payload as ManagedBuffer;
      if (buffer.exporter === NULL) return;
      const object = heap.payload[buffer.exporter] as Partial<ByteArrayObject>;
      if (object.exports !== undefined && object.exports > 0) object.exports--;
      released.push(buffer.exporter);
      buffer.exporter = NULL;
    },
  },
  slots: {},
});

defineType({
  handle: MEMORYVIEW,
  name: 'memoryview',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS | TypeFlag.SEQUENCE,
  layout: viewLayout,
  slots: {
    tp_new: (rt, _type, args, keywords) => newMemoryView(rt, bind(rt, 'memoryview', 'object', args, keywords)[0]!),
    tp_repr: (rt, self) => rt.newStr(`<${viewOf(rt, self).released ? 'released ' : ''}memory at 0x${addressOf(self).toString(16)}>`),
    tp_hash: (rt, self) => {
      if (!open(rt, self).readonly) raise(rt, VALUE_ERROR, 'cannot hash writable memoryview object');
      rt.hashLow = hashBytes(bytesLike(rt, self));
      rt.hashHigh = hashHigh();
      return NULL;
    },
    tp_richcompare: compare,
    mp_length: (rt, self) => rt.newInt(open(rt, self).count),
    mp_subscript: (rt, self, key) => begin(rt, subscript(rt, self, key)),
    mp_ass_subscript: (rt, self, key, value): Eventual => begin(rt, assign(rt, self, key, value)),
    sq_item: (rt, self, at) => {
      const view = open(rt, self);
      if (at < 0 || at >= view.count) raise(rt, INDEX_ERROR, 'index out of bounds on dimension 1');
      return rt.newInt(exported(rt, view)[view.start + at * view.step]!);
    },
    sq_length: (rt, self) => rt.newInt(open(rt, self).count),
  },
  methods: [
    native('release', '', release),
    native('tobytes', "order='C'", (rt, self) => newBytes(rt, bytesLike(rt, self).slice())),
    native('hex', '', (rt, self) => rt.newStr([...bytesLike(rt, self)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))),
    native('tolist', '', (rt, self) => newList(rt, [...bytesLike(rt, self)].map((byte) => rt.newInt(byte)))),
    native('cast', 'format, shape=<unrepresentable>', (rt, self, [format, shape]) => {
      const view = open(rt, self);
      if (rt.heap.type[format!] !== STR || rt.text(format!) !== 'B' || shape !== NULL || view.step !== 1) unsupported('memoryview.cast to anything but bytes');
      return newMemoryView(rt, self);
    }),
    native('toreadonly', '', (rt, self) => {
      const { buffer, start, step, count } = open(rt, self);
      return rt.heap.allocateTracked(MEMORYVIEW, new MemoryView(rt.heap.incref(buffer), start, step, count, true));
    }),
    native('__enter__', '', (rt, self) => {
      open(rt, self);
      return rt.heap.incref(self);
    }),
    native('__exit__', '*args', (rt, self) => release(rt, self)),
  ],
  attributes: [
    attribute('obj', (rt, view) => rt.heap.incref(exporterOf(rt, view))),
    attribute('nbytes', (rt, view) => rt.newInt(view.count)),
    attribute('readonly', (rt, view) => rt.newBool(view.readonly)),
    attribute('itemsize', (rt) => rt.newInt(1)),
    attribute('format', (rt) => rt.newStr('B')),
    attribute('ndim', (rt) => rt.newInt(1)),
    attribute('shape', (rt, view) => newTuple(rt, [rt.newInt(view.count)])),
    attribute('strides', (rt, view) => newTuple(rt, [rt.newInt(view.step)])),
    attribute('suboffsets', (rt) => newTuple(rt, [])),
    ...['c_contiguous', 'f_contiguous', 'contiguous'].map((name) => attribute(name, (rt, view) => rt.newBool(view.step === 1 || view.count <= 1))),
  ],
});

