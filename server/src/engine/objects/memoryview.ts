import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { FALSE, INDEX_ERROR, MEMORYVIEW, NONE, NOT_IMPLEMENTED, SLICE, TRUE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { equals } from '../text/bytes.ts';
import { hashBytes, hashHigh } from '../text/hash.ts';
import { isStr, itemIndex } from './arguments.ts';
import type { ByteArrayObject } from './bytearray-object.ts';
import { hexText } from './bytes-hex.ts';
import { BufferExporter, bytesLike, bytesLikeNow, isByteArray } from './bytes-like.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes, newList, newTuple } from './core/make.ts';
import { native, suspending, type NativeAttribute } from './core/native.ts';
import { addressOf, index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { unsupported } from './core/unsupported.ts';
import { isByteFormat, itemSizeOf, newItem, packItem, readItem, type Item } from './memoryview-format.ts';
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

/** A new view of the same buffer, which differs in what is given. */
function another(rt: Runtime, view: MemoryView, changed: Partial<Pick<MemoryView, 'start' | 'step' | 'count' | 'readonly' | 'format' | 'itemSize'>>): Ref {
  const { start, step, count, readonly, format, itemSize } = { ...view, ...changed };
  return rt.heap.allocateTracked(MEMORYVIEW, new MemoryView(rt.heap.incref(view.buffer), start, step, count, readonly, format, itemSize));
}

/** All items, as values. */
function itemsOfView(rt: Runtime, view: MemoryView): Item[] {
  const bytes = exported(rt, view);
  rt.charge(view.count >> 4, view.count * 8);
  return Array.from({ length: view.count }, (_, i) => readItem(view.format, bytes, view.start + i * view.step));
}

/** Mirrors PyMemoryView_FromObject(): a view of a view is one of the same buffer. */
export function newMemoryView(rt: Runtime, object: Ref): Ref {
  const { heap } = rt;
  if (heap.type[object] === MEMORYVIEW) {
    return another(rt, open(rt, object), {});
  }
  const bytes = bytesLikeNow(rt, object);
  if (bytes === undefined) raise(rt, TYPE_ERROR, `memoryview: a bytes-like object is required, not '${typeName(rt, object)}'`);
  const isArray = isByteArray(rt, object);
  if (isArray) (heap.payload[object] as ByteArrayObject).exports++;
  const isMutable = isArray || heap.payload[object] instanceof BufferExporter;
  const buffer = heap.allocateTracked(MANAGED_BUFFER, new ManagedBuffer(heap.incref(object)));
  return heap.allocateTracked(MEMORYVIEW, new MemoryView(buffer, 0, 1, bytes.length, !isMutable));
}

function* subscript(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const view = open(rt, self);
  if (rt.heap.type[key] === SLICE) {
    const { start, step, count } = yield* resolveSlice(rt, key, () => view.count);
    open(rt, self);
    return another(rt, view, { start: view.start + start * view.step, step: view.step * step, count });
  }
  const at = yield* offset(rt, self, view, key);
  return newItem(rt, view.format, readItem(view.format, exported(rt, view), at));
}

/** Where the item of an index is in the object. */
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
    const format = rt.heap.type[value] === MEMORYVIEW ? open(rt, value).format : 'B';
    if (format !== view.format || bytes.length !== count * view.itemSize) raise(rt, VALUE_ERROR, 'memoryview assignment: lvalue and rvalue have different structures');
    const source = bytes.slice();
    const target = exported(rt, view);
    for (let i = 0; i < count; i++) target.set(source.subarray(i * view.itemSize, (i + 1) * view.itemSize), view.start + (start + i * step) * view.step);
    return NULL;
  }
  const at = yield* offset(rt, self, view, key);
  const packed = yield* packItem(rt, view, value);
  open(rt, self);
  exported(rt, view).set(packed, at);
  return NULL;
}

function compare(rt: Runtime, self: Ref, other: Ref, op: number): Ref {
  if (op !== Compare.EQ && op !== Compare.NE) return NOT_IMPLEMENTED;
  const isEqual = self === other || (!viewOf(rt, self).released && sameBytes(rt, self, other));
  if (isEqual === null) return NOT_IMPLEMENTED;
  return isEqual === (op === Compare.EQ) ? TRUE : FALSE;
}

/** Null where the other has no bytes. Items are compared as values where their formats differ or hold floats (memory_richcompare). */
function sameBytes(rt: Runtime, self: Ref, other: Ref): boolean | null {
  const view = viewOf(rt, self);
  const otherView = rt.heap.type[other] === MEMORYVIEW ? viewOf(rt, other) : null;
  if (otherView?.released === true) return false;
  const bytes = bytesLikeNow(rt, other);
  if (bytes === undefined) return null;
  const format = otherView === null ? 'B' : otherView.format;
  if (view.format === format && !/[fd]/.test(format)) return equals(bytesLike(rt, self), bytes);
  const items = itemsOfView(rt, view);
  const others = otherView === null ? [...bytes] : itemsOfView(rt, otherView);
  return items.length === others.length && items.every((item, i) => sameItem(item, others[i]!));
}

const sameItem = (a: Item, b: Item): boolean => (a instanceof Uint8Array || b instanceof Uint8Array ? a instanceof Uint8Array && b instanceof Uint8Array && equals(a, b) : Number(a) === Number(b) && exactly(a) === exactly(b));

/** Ints beyond the exact floats are told apart by their digits. */
const exactly = (item: number | bigint | boolean): bigint | number => (typeof item === 'bigint' || Number.isInteger(Number(item)) ? BigInt(item) : Number(item));

/** Mirrors memory_cast(): 1 the view is contiguous and one of the formats is of bytes; 2 the length fits. */
function cast(rt: Runtime, self: Ref, format: Ref, shape: Ref): Ref {
  if ((rt.typeOf(format).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `cast() argument 'format' must be str, not ${format === NONE ? 'None' : typeName(rt, format)}`);
  const view = open(rt, self);
  // 1
  if (!isContiguous(view)) raise(rt, TYPE_ERROR, 'memoryview: casts are restricted to C-contiguous views');
  if (shape !== NULL) unsupported('memoryview.cast with a shape');
  const text = rt.text(format);
  const itemSize = itemSizeOf(text);
  if (/^@?e$/.test(text)) unsupported('memoryviews of half floats');
  if (itemSize === undefined) {
    raise(rt, VALUE_ERROR, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  }
  if (!isByteFormat(view.format) && !isByteFormat(text)) raise(rt, TYPE_ERROR, 'memoryview: cannot cast between two non-byte formats');
  // 2
  const length = view.count * view.itemSize;
  if (length % itemSize !== 0) raise(rt, TYPE_ERROR, 'memoryview: length is not a multiple of itemsize');
  return another(rt, view, { step: itemSize, count: length / itemSize, format: text, itemSize });
}

const isContiguous = ({ step, itemSize, count }: MemoryView): boolean => step === itemSize || count <= 1;

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

/** The order of a view's bytes, which is one where there is one dimension. */
function checkOrder(rt: Runtime, self: Ref, order: Ref): void {
  const isGiven = order !== NULL && order !== NONE;
  if (isGiven && !isStr(rt, order)) raise(rt, TYPE_ERROR, `tobytes() argument 'order' must be str or None, not ${typeName(rt, order)}`);
  open(rt, self);
  if (isGiven && !['C', 'F', 'A'].includes(rt.text(order))) raise(rt, VALUE_ERROR, "order must be 'C', 'F' or 'A'");
}

defineType({
  handle: MEMORYVIEW,
  name: 'memoryview',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS | TypeFlag.SEQUENCE,
  layout: viewLayout,
  slots: {
    tp_new: (rt, _type, args, keywords) => newMemoryView(rt, bind(rt, 'memoryview', 'object', args, keywords)[0]!),
    tp_repr: (rt, self) => rt.newStr(`<${viewOf(rt, self).released ? 'released ' : ''}memory at 0x${addressOf(self).toString(16)}>`),
    tp_hash: (rt, self) => {
      const view = open(rt, self);
      if (!view.readonly) raise(rt, VALUE_ERROR, 'cannot hash writable memoryview object');
      if (!isByteFormat(view.format)) raise(rt, VALUE_ERROR, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
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
      return newItem(rt, view.format, readItem(view.format, exported(rt, view), view.start + at * view.step));
    },
    sq_length: (rt, self) => rt.newInt(open(rt, self).count),
  },
  methods: [
    native('release', '', release),
    native('tobytes', "order='C'", (rt, self, [order]) => {
      checkOrder(rt, self, order!);
      return newBytes(rt, bytesLike(rt, self).slice());
    }),
    suspending('hex', 'sep=, bytes_per_sep=1', (rt, self, args) => {
      open(rt, self);
      return hexText(rt, bytesLike(rt, self), args);
    }),
    native('tolist', '', (rt, self) => {
      const view = open(rt, self);
      return newList(rt, itemsOfView(rt, view).map((item) => newItem(rt, view.format, item)));
    }),
    native('cast', 'format, shape=<unrepresentable>', (rt, self, [format, shape]) => cast(rt, self, format!, shape!)),
    native('toreadonly', '', (rt, self) => another(rt, open(rt, self), { readonly: true })),
    native('__enter__', '', (rt, self) => {
      open(rt, self);
      return rt.heap.incref(self);
    }),
    native('__exit__', '*args', (rt, self) => release(rt, self)),
  ],
  attributes: [
    attribute('obj', (rt, view) => rt.heap.incref(exporterOf(rt, view))),
    attribute('nbytes', (rt, view) => rt.newInt(view.count * view.itemSize)),
    attribute('readonly', (rt, view) => rt.newBool(view.readonly)),
    attribute('itemsize', (rt, view) => rt.newInt(view.itemSize)),
    attribute('format', (rt, view) => rt.newStr(view.format)),
    attribute('ndim', (rt) => rt.newInt(1)),
    attribute('shape', (rt, view) => newTuple(rt, [rt.newInt(view.count)])),
    attribute('strides', (rt, view) => newTuple(rt, [rt.newInt(view.step)])),
    attribute('suboffsets', (rt) => newTuple(rt, [])),
    ...['c_contiguous', 'f_contiguous', 'contiguous'].map((name) => attribute(name, (rt, view) => rt.newBool(isContiguous(view)))),
  ],
});

